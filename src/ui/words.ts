import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** The texts of one part of the site: a namespace of i18next whose keys the compiler knows. */
export interface Words<K extends string> {
  space: string
  zh: Record<K, string>
}
export type Say<K extends string> = (key: K, facts?: Record<string, unknown>) => string

const remembered: Language = localStorage.getItem('language') === 'en' ? 'en' : 'zh-CN'
document.documentElement.lang = remembered

void i18next.use(initReactI18next).init({
  lng: remembered,
  fallbackLng: 'zh-CN',
  interpolation: { escapeValue: false },
  initAsync: false,
  resources: {},
})

/** Declares the texts of one part of the site, in Chinese first; English must have the same keys to compile. */
export function defineWords<const Z extends Record<string, string>>(
  space: string,
  zh: Z,
  en: Record<keyof Z & string, string>,
): Words<keyof Z & string> {
  i18next.addResourceBundle('zh-CN', space, zh)
  i18next.addResourceBundle('en', space, en)
  return { space, zh }
}

/** The texts in the reader's language; follows when the language is changed. */
export function useWords<K extends string>(words: Words<K>): Say<K> {
  const { t } = useTranslation(words.space)
  return (key, facts) => t(key, { ...facts })
}

/** The same outside of components. */
export const say = <K extends string>(words: Words<K>, key: K, facts?: Record<string, unknown>): string =>
  i18next.t(key, { ns: words.space, ...facts })

export const useLanguage = (): Language => useTranslation().i18n.language as Language

/** Changes the language of the site and remembers it on this machine. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem('language', language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
