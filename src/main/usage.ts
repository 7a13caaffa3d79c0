import type { Command, Option } from 'commander'

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

/** Makes commander speak Chinese: headings, defaults, and what is wrong with the words given. */
export function inChinese(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '命令'),
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
      optionDescription,
    })
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(usageSentence(text)) })
}

function optionDescription({ description, defaultValue }: Option): string {
  return defaultValue === undefined || defaultValue === false
    ? description
    : `${description}（默认 ${String(defaultValue)}）`
}

const usageErrors: readonly [RegExp, (...found: string[]) => string][] = [
  [/unknown command '(.+?)'/, (name) => `没有“${name}”这个命令`],
  [/unknown option '(.+?)'/, (name) => `没有“${name}”这个选项`],
  [/missing required argument '(.+?)'/, (name) => `少了参数 ${name}`],
  [/required option '(.+?)' not specified/, (name) => `少了选项 ${name}`],
  [/option '(.+?)' argument missing/, (name) => `选项 ${name} 后面少了内容`],
  [/too many arguments/, () => '参数太多'],
]

/** commander speaks English; the person at the keyboard need not. */
function usageSentence(text: string): string {
  for (const [pattern, say] of usageErrors) {
    const found = pattern.exec(text)
    if (found) return `${say(...found.slice(1))}，用 --help 可以看到用法。\n`
  }
  return text
}
