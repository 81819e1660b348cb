import { soak } from './soak.js';

const SAVES = 10_000;

const { acknowledged, attempts, kills, events, faults } = await soak({
  writers: 50,
  saves: SAVES,
  kills: 10,
  longestMs: 9 * 60_000,
  between: [100, 600],
});
console.log(
  `${acknowledged} saves acknowledged in ${attempts} attempts; killed: the service ${kills.api} times, the database ${kills.database} times; ${events} events in the audit log`,
);
const missing =
  acknowledged < SAVES ? [`only ${acknowledged} of ${SAVES} saves within the time`] : [];
for (const fault of [...faults, ...missing]) console.error(fault);
if (faults.length + missing.length > 0) process.exit(1);
console.log('Nothing was lost, and the log verifies.');
process.exit(0);
