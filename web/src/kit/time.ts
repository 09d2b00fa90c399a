import { useTranslation } from 'react-i18next';

const two = (value: number) => String(value).padStart(2, '0');
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`;
const day = (at: Date) => `${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The whole day: 2026-11-20. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${day(at)}`;
}

/** Time in a list: today 10:24; this year 11-20; else 2025-12-04. */
export function short(iso: string | null | undefined, now: Date = new Date()): string {
  if (!iso) {
    return '—';
  }
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) {
    return clock(at);
  }
  return at.getFullYear() === now.getFullYear() ? day(at) : `${at.getFullYear()}-${day(at)}`;
}

/** Time in detail: 2026-11-20 10:24. */
export function long(iso: string | null | undefined): string {
  if (!iso) {
    return '—';
  }
  const at = new Date(iso);
  return `${at.getFullYear()}-${day(at)} ${clock(at)}`;
}

/** Time in the ledger: with milliseconds and zone. */
export function exact(iso: string | null | undefined): string {
  if (!iso) {
    return '—';
  }
  const at = new Date(iso);
  const offset = -at.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${long(iso)}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')} ${zone}`;
}

/** The time of day with seconds, for the ledger's list. */
export function seconds(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  const time = `${clock(at)}:${two(at.getSeconds())}`;
  return at.toDateString() === now.toDateString() ? time : `${short(iso, now)} ${time}`;
}

/** 1,482,553 in both languages. */
export function number(value: number): string {
  return new Intl.NumberFormat('en').format(value);
}

/** 4.8 MB; under a kilobyte the bytes themselves. */
export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** A ledger number in groups: #1 482 553. */
export function sequence(value: number): string {
  return `#${new Intl.NumberFormat('en').format(value).replaceAll(',', ' ')}`;
}

/** How much time is left or has passed, by its two largest units. */
export function useSpan(): (milliseconds: number) => string {
  const { t } = useTranslation('kit');
  return (milliseconds) => {
    const minutes = Math.max(0, Math.floor(Math.abs(milliseconds) / 60_000));
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days > 0) {
      return t('span.days', { days, hours });
    }
    return hours > 0 ? t('span.hours', { hours, minutes: minutes % 60 }) : t('span.minutes', { minutes });
  };
}
