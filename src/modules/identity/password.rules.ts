import type { Problem } from '#shared/problem.ts'
import { identityProblems } from './problems.ts'

export const PASSWORD_LENGTH = 10

/** The commonest of ten characters and more, in lower case; shorter ones are refused by their length. */
const commonest = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a a123456789 aa123456789 abc123456789
   abc1234567 abcd123456 abcde12345 abcdef1234 abcdefghij abcdefg123 asdfghjkl1 asdfghjkl; asdf123456 asd123456789
   qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwertyuiop1 qazwsxedcrfv qazwsxedc123 1qaz2wsx3edc 1q2w3e4r5t
   1q2w3e4r5t6y q1w2e3r4t5 zxcvbnm123 zxcvbnm1234 zxcvbnm123456 password12 password123 password1234 password12345
   passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword iloveyou12 iloveyou123 iloveyou520 woaini1314 woaini5201314
   woaini520520 5201314520 1314520520 admin12345 admin123456 administrator admin@1234 root123456 welcome123 welcome1234
   letmein1234 changeme123 1111111111 0000000000 8888888888 6666666666 1122334455 1357924680 2468013579 147258369a
   147258369147 123123123123 123456123456 123321123321 qwe1234567 qwe123456789 wang123456 zhang123456 li12345678
   test123456 teacher123 xuexiao123 jiaoyu1234 yanzhen123 yanzhen1234 shanghai123 minhang123`.split(/\s+/),
)

/** Why this may not be the account's next password; undefined if it may. */
export function whyNotPassword(login: string, password: string): Problem | undefined {
  const reason = weakness(login.toLowerCase(), password.toLowerCase())
  return reason === undefined ? undefined : identityProblems.weakPassword({ reason })
}

function weakness(login: string, password: string): string | undefined {
  if ([...password].length < PASSWORD_LENGTH) return `至少要 ${PASSWORD_LENGTH} 位`
  if (password.includes(login)) return '不能含有用户名'
  if (commonest.has(password)) return '它是最常见的密码之一'
  if (new Set(password).size < 5) return '用到的字符太少'
  if (isRun(password)) return '不能是一串连着的数字或字母'
  return undefined
}

/** 3456789012, jihgfedcba: every step goes the same way. */
function isRun(password: string): boolean {
  const codes = [...password].map((sign) => sign.codePointAt(0)!)
  const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!))
  return steps.size === 1
}
