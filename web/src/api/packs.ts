import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client';

/** What a rule of a shipped scanner says; a rule that has no text says nothing, which is no failure. */
export function useRuleText(rule: string, enabled: boolean) {
  return useQuery({
    queryKey: ['rule', rule],
    enabled,
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/packs/rules/{rule}', { params: { path: { rule } }, signal })),
  });
}
