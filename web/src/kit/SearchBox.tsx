import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { useKeys } from './list';

interface Props {
  value: string;
  placeholder: string;
  onSearch: (value: string) => void;
}

/** Free text over a list: sent when one stops typing; "/" goes to it. */
export function SearchBox({ value, placeholder, onSearch }: Props) {
  const { t } = useTranslation('kit');
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => {
      if (!composing.current) {
        onSearch(text);
      }
    }, 250);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  useKeys({
    '/': (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });
  return (
    <span className="input sm find" role="search">
      <Icon name="search" size={14} />
      <input
        ref={input}
        type="search"
        value={text}
        placeholder={placeholder}
        aria-label={`${t('search')} ${placeholder}`}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          onSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.currentTarget.blur();
          }
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            onSearch(text);
          }
        }}
      />
      <kbd>/</kbd>
    </span>
  );
}

interface TokenProps {
  name: string;
  value: string;
  onRemove: () => void;
}

/** One filter that is on; the cross takes it off. */
export function FilterToken({ name, value, onRemove }: TokenProps) {
  const { t } = useTranslation('kit');
  return (
    <span className="token">
      <span className="k">{name}</span>
      <span>{value}</span>
      <button type="button" className="x" onClick={onRemove} aria-label={t('remove', { what: name })}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
