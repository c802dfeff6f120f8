/**
 * Kills the browser at 200 seeded moments, while people answer and the endpoint errs, hangs up and repeats itself, and
 * says how many stored answers are lost, and how many visitors are counted twice. The run is the fault matrix's row K.
 *
 *     npm run bench:kill -- 200 7
 *
 * @module
 */
import { spawnSync } from 'node:child_process'

const [rounds = '200', seed = '7'] = process.argv.slice(2)
const journey = ['test', '-c', 'test/journeys', 'faults/kill', '-g', 'K: killed at any moment']
const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', ...journey], {
  stdio: 'inherit',
  env: { ...process.env, PULSO_KILL_ROUNDS: rounds, PULSO_KILL_SEED: seed },
})
process.exitCode = status ?? 1
