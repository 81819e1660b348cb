/** Who owns an organisation. */
export const OWNERSHIPS = [
  'local',
  'japanese-affiliate',
  'foreign-affiliate',
  'joint-venture',
  'state-owned',
] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** The ownership by which benchmarks are told apart. */
export const OWNERSHIP_GROUPS = ['domestic', 'japanese-affiliated', 'other'] as const;
export type OwnershipGroup = (typeof OWNERSHIP_GROUPS)[number];

const GROUP_OF: Readonly<Record<Ownership, OwnershipGroup>> = {
  local: 'domestic',
  'state-owned': 'domestic',
  'japanese-affiliate': 'japanese-affiliated',
  'foreign-affiliate': 'other',
  // Who the partners are is not asked, so a joint venture is neither of the two.
  'joint-venture': 'other',
};

/** The group of an ownership. */
export function ownershipGroupOf(ownership: Ownership): OwnershipGroup {
  return GROUP_OF[ownership];
}
