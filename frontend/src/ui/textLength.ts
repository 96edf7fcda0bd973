/** Of a message, a note and a text left behind (docs/protocol.md). */
export const longestText = 2_000

/** Characters as the server counts them: an emoji is one, and the space around does not count. */
export const textLength = (text: string) => [...text.trim()].length

export const isTooLong = (text: string, longest = longestText) => textLength(text) > longest

/** Near enough to its end to be counted before the eyes of its writer. */
export const isNearLimit = (text: string, longest = longestText) => textLength(text) > longest * 0.9
