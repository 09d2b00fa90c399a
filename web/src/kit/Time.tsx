import { exact, long, short } from './time';

/** A moment in a list, with its full form on hover. */
export function Time({ at, form = 'short' }: { at: string | null | undefined; form?: 'short' | 'long' }) {
  return (
    <time dateTime={at ?? undefined} title={exact(at)}>
      {form === 'short' ? short(at) : long(at)}
    </time>
  );
}
