/** What an entry of a zip archive says of its time: always the same, so that the same content is the same bytes. */
export const fixedTime = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const
