import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, Problem, keepToken } from './http';

export type Role =
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDIT_ADMIN'
  | 'SECURITY'
  | 'CHAMPION'
  | 'DEVELOPER'
  | 'RELEASE_MANAGER'
  | 'MANAGER'
  | 'AUDITOR'
  | 'ASSESSOR'
  | 'VIEWER';

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

export interface Scope {
  kind: 'PLATFORM' | 'ENTITY' | 'DEPARTMENT' | 'APPLICATION';
  entityId: number | null;
  entity: string | null;
  departmentId: number | null;
  department: string | null;
  application: string | null;
}

export interface Grant {
  id: number;
  role: Role;
  scope: Scope;
}

export interface Session {
  kind: string;
  id: number;
  name: string;
  entity: { id: number; key: string; name: string };
  grants: Grant[];
  permissions: string[];
  byLink: boolean;
  csrf: { header: string; token: string } | null;
}

export interface Appointed {
  role: Role;
  login: string;
  link: string | null;
  expiresAt: string | null;
}

export interface SetUp {
  link: string;
  entity: { key: string; name: string };
  administrators: { role: Role; login: string; name: string; staffNumber?: string; password?: string }[];
}

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await http.get<Session>('/session', {}, signal);
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
    mutationFn: (body: { login: string; password: string } | { link: string }) =>
      http.post('link' in body ? '/session/link' : '/session', body),
    onSuccess: () => queries.resetQueries({ queryKey: ['session'] }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete('/session'),
    onSuccess: () => {
      keepToken(null);
      queries.clear();
    },
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string | null; next: string }) => http.put('/session/password', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
}

export function useSetUpState() {
  return useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => http.get<{ open: boolean }>('/setup', {}, signal) });
}

export function useAppoint() {
  return useMutation({ mutationFn: (body: SetUp) => http.post<{ administrators: Appointed[] }>('/setup', body) });
}
