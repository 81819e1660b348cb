import { formatNumber } from '@sukoyaka/localisation';
import type { CheckedLog, LocatedFault } from '../audit-check.js';
import type { Session } from '../session.js';
import { indent, printable } from './text.js';

/** The contract of `audit verify --json`. */
export function checkedObject({ chains, events, faults }: CheckedLog): object {
  return {
    sound: faults.length === 0,
    chains,
    events,
    faults: faults.map(({ owner, kind, sequence, through }) => ({
      kind,
      chain: { id: owner.id, of: owner.kind, name: owner.name },
      from: sequence,
      through,
    })),
  };
}

/** Each fault with its place, what it means and what to do; then how much was looked at. */
export function checkedText(session: Session, checked: CheckedLog): string {
  const { t, locale } = session;
  const { chains, events, faults, faultyChains } = checked;
  const number = (value: number) => formatNumber(value, locale, 0);
  const size = { chains: number(chains), events: number(events) };
  if (faults.length === 0) return t('audit.sound', size);
  const lines = faults.map((fault) => faultText(session, fault));
  const sum = { ...size, faults: number(faults.length), faulty: number(faultyChains) };
  // With a wrong key nothing fits anywhere.
  const hints = faultyChains >= chains && chains > 1 ? [t('audit.everywhere')] : [];
  return [...lines, t('audit.tampered', sum), ...hints].join('\n');
}

function faultText(
  { t, locale }: Session,
  { owner, kind, sequence, through }: LocatedFault,
): string {
  const name = owner.name === null ? t('audit.nameless') : printable(owner.name);
  const chain = t(`audit.chain.${owner.kind}`, { name, id: printable(owner.id) });
  const [from, to] = [sequence, through].map((value) => formatNumber(value, locale, 0));
  const place =
    sequence === through
      ? t('audit.event', { chain, number: from ?? '' })
      : t('audit.events', { chain, from: from ?? '', through: to ?? '' });
  const said = [t(`audit.fault.${kind}.meaning`), t(`audit.fault.${kind}.remedy`)];
  return `${place} [${kind}]\n${indent(said.join('\n'))}`;
}
