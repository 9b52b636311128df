/** The door to access for whatever must also run in the browser. */

/**
 * The one seat there is before anyone is enrolled. Whoever sits at the machine acts through it, so it does not tell one
 * person from another.
 */
export const SHARED_SEAT = "local-operator";
