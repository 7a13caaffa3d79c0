import { escaped } from '#shared/xml.ts'

/** A problem as a page of its own, for a browser that went to the address itself: no page of the site is there to tell it. */
export const errorPage = (words: string, requestId: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有打开｜雁阵</title>
<style>
body { margin: 0; color: #1f2328; background: #fff; font: 16px/1.6 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 36em; margin: 12vh auto 0; padding: 0 24px; }
h1 { font-size: 22px; }
a { color: #0958d9; }
.quiet { color: #59636e; font-size: 14px; }
</style>
</head>
<body>
<main>
<h1>没有打开</h1>
<p>${escaped(words)}</p>
<p><a href="/">打开雁阵首页</a></p>
<p class="quiet">请求编号 ${escaped(requestId)}</p>
</main>
</body>
</html>
`
