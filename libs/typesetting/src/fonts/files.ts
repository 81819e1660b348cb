import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The faces that the product sets: two families, two weights. */
export const FACE_IDS = ['thai-regular', 'thai-bold', 'japanese-regular', 'japanese-bold'] as const;

export type FaceId = (typeof FACE_IDS)[number];

const FILES: Readonly<Record<FaceId, string>> = {
  'thai-regular': '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  'thai-bold': '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  'japanese-regular': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'japanese-bold': '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
};

/** The bytes of a face's TrueType file, from the installed font package (SIL OFL 1.1). */
export function readFace(id: FaceId): Uint8Array {
  return readFileSync(require.resolve(FILES[id]));
}
