/** Text for XML and HTML: what XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"\r]|[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, escapeCharacter)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '\n' }

const escapeCharacter = (character: string): string => escapes[character] ?? ''
