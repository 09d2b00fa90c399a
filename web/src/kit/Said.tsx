import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './list';

interface Sentence {
  text: string;
  /** Takes the command back; there for ten seconds. */
  undo?: (() => void) | undefined;
}

const Speaker = createContext<(sentence: Sentence) => void>(() => undefined);

const SECONDS = 10;

/** What was just done stands at the foot for ten seconds, with the way back. */
export function SaidProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<(Sentence & { number: number }) | null>(null);
  const say = useCallback((sentence: Sentence) => setSaid((before) => ({ ...sentence, number: (before?.number ?? 0) + 1 })), []);
  useEffect(() => {
    if (!said) {
      return undefined;
    }
    const timer = setTimeout(() => setSaid(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [said]);
  const speaker = useMemo(() => say, [say]);
  return (
    <Speaker.Provider value={speaker}>
      {children}
      <div role="status" className="saidPlace">
        {said && <Said key={said.number} sentence={said} close={() => setSaid(null)} />}
      </div>
    </Speaker.Provider>
  );
}

function Said({ sentence, close }: { sentence: Sentence; close: () => void }) {
  const { t } = useTranslation('kit');
  const undo = () => {
    sentence.undo?.();
    close();
  };
  useKeys(sentence.undo ? { z: undo } : {});
  return (
    <div className="saidBar">
      <span className="grow">{sentence.text}</span>
      {sentence.undo && (
        <button type="button" className="link" onClick={undo}>
          {t('undo')} <kbd className="on">{'Z'}</kbd>
        </button>
      )}
    </div>
  );
}

export function useSay(): (sentence: Sentence) => void {
  return useContext(Speaker);
}
