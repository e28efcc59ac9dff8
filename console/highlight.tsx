import type { ReactNode } from 'react';
import type { Evidence } from '../functions/domain/triage/reading.ts';

const FLAG_NAMES: Readonly<Record<Evidence['flag'], string>> = {
  weight_loss: 'weight loss',
  fever: 'fever',
  night_pain: 'pain at night',
  bladder_bowel: 'bladder or bowel',
  leg_weakness: 'weak leg',
  numbness: 'numbness',
  crisis: 'crisis',
  emergency: 'emergency',
};

/** The member's own words, with those that raised a flag marked. Overlapping evidence is marked once, by the earliest. */
export const Highlight = ({ text, evidence }: { text: string; evidence: readonly Evidence[] }) => {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, flag } of [...evidence].sort((a, b) => a.start - b.start)) {
    if (start < from || end > text.length || end <= start) continue;
    parts.push(
      text.slice(from, start),
      <mark key={start} className="evidence" title={`Red flag: ${FLAG_NAMES[flag]}`}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
};
