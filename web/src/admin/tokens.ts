import type { Token } from '../api/admin';

export const TOKEN_VIEWS = ['active', 'soon', 'idle', 'ended'] as const;
export type TokenView = (typeof TOKEN_VIEWS)[number];

const DAY = 86_400_000;
const SOON = 14 * DAY;
const IDLE = 90 * DAY;

/** The tokens of a view, those that end first on top. */
export function tokensOf(tokens: readonly Token[], view: TokenView, now: number): Token[] {
  const at = (text: string) => new Date(text).getTime();
  const fits = (token: Token): boolean => {
    const active = token.state === 'ACTIVE';
    switch (view) {
      case 'active':
        return active;
      case 'soon':
        return active && at(token.expiresAt) - now < SOON;
      case 'idle':
        return active && now - at(token.usedAt ?? token.createdAt) > IDLE;
      case 'ended':
        return !active;
    }
  };
  return tokens.filter(fits).sort((one, other) => at(one.expiresAt) - at(other.expiresAt) || one.id - other.id);
}
