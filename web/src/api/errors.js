/** Errors of the server in words a reader can use (RFC 9457 problem documents where there are any). */

export class ApiError extends Error {
  /**
   * @param {string} message for the reader
   * @param {number | null} status null when there was no answer
   */
  constructor(message, status) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/**
 * @param {Response} response that is not ok
 * @returns {Promise<ApiError>}
 */
export async function problemOf(response) {
  /** @type {any} */
  let problem = null;
  try {
    problem = await response.json();
  } catch {
    // Not every server in between speaks JSON.
  }
  const words = [problem?.title, problem?.detail].filter((part) => typeof part === "string" && part !== "");
  return new ApiError(words.join(": ") || `The server answered ${response.status}`, response.status);
}

/** @param {unknown} error @returns {string} */
export function messageOf(error) {
  return error instanceof ApiError ? error.message : "Something went wrong on this page";
}
