/** What the templates' words become: the module `calls`, the noun `visit`, 走访. */
export interface Names {
  module: string
  noun: string
  title: string
}

export const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const snakeCase = (name: string): string => name.replaceAll('-', '_')
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** A template's text in the words of the new module: hyphens in file names and URLs, _ in SQL, capitals in TypeScript. */
export function renamed(file: string, text: string, { module, noun, title }: Names): string {
  const spell = file.endsWith('.sql.txt') ? snakeCase : camelCase
  return text
    .replaceAll('走访', title)
    .replaceAll("'./visit.", `'./${noun}.`)
    .replaceAll('/visits', `/${plural(noun)}`)
    .replaceAll("name: 'calls'", `name: '${module}'`)
    .replaceAll('calls', spell(module))
    .replaceAll('Visits', capital(spell(plural(noun))))
    .replaceAll('Visit', capital(spell(noun)))
    .replaceAll('visits', spell(plural(noun)))
    .replaceAll('visit', spell(noun))
}
