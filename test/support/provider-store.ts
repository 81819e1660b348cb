import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Where a provider for tests keeps what it issues: in memory, for itself alone. */
export function providerStore(): AdapterFactory {
  const kept = new Map<string, AdapterPayload>();
  return (model): Adapter => {
    const keyOf = (id: string) => `${model} ${id}`;
    const found = (fits: (payload: AdapterPayload) => boolean) =>
      Promise.resolve([...kept.values()].find(fits));
    return {
      upsert: (id, payload) => Promise.resolve(void kept.set(keyOf(id), payload)),
      find: (id) => Promise.resolve(kept.get(keyOf(id))),
      findByUid: (uid) => found((payload) => payload.uid === uid),
      findByUserCode: (userCode) => found((payload) => payload.userCode === userCode),
      consume: (id) => {
        const payload = kept.get(keyOf(id));
        const consumed = Math.floor(Date.now() / 1000);
        if (payload !== undefined) kept.set(keyOf(id), { ...payload, consumed });
        return Promise.resolve();
      },
      destroy: (id) => Promise.resolve(void kept.delete(keyOf(id))),
      revokeByGrantId: (grantId) => {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
        return Promise.resolve();
      },
    };
  };
}
