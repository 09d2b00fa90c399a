import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, keepToken, Problem, type Schemas } from './client';

export type Session = Schemas['SessionView'];
export type Grant = Schemas['GrantView'];
export type Scope = Schemas['ScopeView'];
export type Role = Grant['role'];
export type Permission = Session['permissions'][number];
export type Appointed = Schemas['AppointedPerson'];

export const ROLES: Role[] = [
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
  'SECURITY',
  'CHAMPION',
  'DEVELOPER',
  'RELEASE_MANAGER',
  'MANAGER',
  'AUDITOR',
  'ASSESSOR',
  'VIEWER',
];

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await answer(client.GET('/api/v1/session', { signal }));
        keepToken(session.csrf);
        return session;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) {
          keepToken(null);
          return null;
        }
        throw error;
      }
    },
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['SignInRequest'] | Schemas['LinkRequest']): Promise<unknown> =>
      'link' in body ? answer(client.POST('/api/v1/session/link', { body })) : answer(client.POST('/api/v1/session', { body })),
    onSuccess: () => queries.resetQueries({ queryKey: ['session'] }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/session')),
    onSuccess: () => {
      keepToken(null);
      queries.clear();
    },
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['PasswordRequest']) => answer(client.PUT('/api/v1/session/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
}

export function useSetUpState() {
  return useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => answer(client.GET('/api/v1/setup', { signal })) });
}

export function useAppoint() {
  return useMutation({ mutationFn: (body: Schemas['SetUpRequest']) => answer(client.POST('/api/v1/setup', { body })) });
}

/** Whether the caller may do something somewhere; the server decides about each thing again. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => session.data?.permissions.includes(permission) ?? false;
}
