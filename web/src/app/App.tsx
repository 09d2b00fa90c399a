import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Problem } from '../api/client';
import { useMode } from '../kit/preferences';
import { router } from './routes';
import { antdTheme } from './theme';

function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && error instanceof Problem && (error.status === 0 || error.status >= 500),
      },
    },
  });
}

export function App() {
  const { i18n } = useTranslation();
  const [queries] = useState(queryClient);
  const mode = useMode();
  useEffect(() => {
    // What the server refused, it says again in the language of the page.
    void queries.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' });
  }, [i18n.language, queries]);
  return (
    <ConfigProvider theme={antdTheme(mode)} locale={i18n.language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
