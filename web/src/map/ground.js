/** The base map under the marks. Until its files have come, and should they fail, the marks stand on a plain ground. */

/**
 * @param {import("./leaflet.js").Map} map
 * @param {"light" | "dark"} theme
 */
export function addBasemap(map, theme) {
  let wanted = theme;
  /** @type {{setTheme: (theme: "light" | "dark") => void} | null} */
  let layer = null;
  const module = "./basemap.js";
  import(module).then(
    ({ createBasemap }) => {
      const made = createBasemap({ theme: wanted, language: "en" });
      made.addTo(map);
      layer = made;
    },
    () => {},
  );
  return {
    /** @param {"light" | "dark"} next */
    setTheme(next) {
      wanted = next;
      layer?.setTheme(next);
    },
  };
}
