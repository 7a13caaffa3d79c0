import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { speakChinese } from '#shared/input-words.ts'
import { Problem } from '#shared/problem.ts'
import { theme } from '#ui/theme.ts'
import { useLanguage } from '#ui/words.ts'
import '#ui/site.css'
import { buildRouter, toSignIn } from './pages/router.tsx'

speakChinese()

const onError = (error: unknown) => {
  if (error instanceof Problem && error.code === 'platform.signInFirst') void toSignIn(router)
}
const again = (count: number, error: unknown) => count < 2 && !(error instanceof Problem && error.status >= 400)

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { staleTime: 15_000, retry: again, refetchOnWindowFocus: false } },
})
const router = buildRouter(queries)

function Site() {
  const language = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(language === 'zh-CN' && { locale: zhCN })}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Site />
  </StrictMode>,
)
