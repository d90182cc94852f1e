/** The base map under the marks. Until its files have come, and should they fail, the marks stand on a plain ground. */

/**
 * @param {import("./leaflet.js").Map} map
 * @param {"light" | "dark"} theme
 * @param {string} language
 */
export function addBasemap(map, theme, language) {
  let wanted = { theme, language };
  /** @type {{setTheme: (theme: "light" | "dark") => void, setLanguage: (language: string) => void} | null} */
  let layer = null;
  const module = "./basemap.js";
  import(module).then(
    ({ createBasemap }) => {
      const made = createBasemap(wanted);
      made.addTo(map);
      layer = made;
    },
    () => {},
  );
  return {
    /** @param {"light" | "dark"} next */
    setTheme(next) {
      wanted = { ...wanted, theme: next };
      layer?.setTheme(next);
    },
    /** @param {string} next */
    setLanguage(next) {
      if (next === wanted.language) return;
      wanted = { ...wanted, language: next };
      layer?.setLanguage(next);
    },
  };
}
