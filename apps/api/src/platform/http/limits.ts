/** The largest body of a request; a section with long texts has some 100 kB. */
export const BODY_LIMIT_BYTES = 1_000_000;
/** The deepest nesting of lists and objects in a body. */
export const DEPTH_LIMIT = 32;
/** The longest part of an address between slashes. */
export const PARAMETER_LIMIT = 200;
/** When a client may try again after a 503, in seconds. */
export const RETRY_AFTER_SECONDS = 5;
/** How long a request may take to arrive, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 60_000;
