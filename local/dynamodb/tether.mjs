// Runs a command for as long as whoever started this holds the other end of stdin. However that process ends, the
// system closes the pipe: by an orderly stop, by a crash, by kill -9. Then the command is killed, too.
// Usage: node tether.mjs <command> <argument>...
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

const stop = () => {
  child.kill('SIGKILL');
};

child.on('spawn', () => process.stdout.write(`${child.pid}\n`));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));

process.stdin.on('end', stop);
process.stdin.on('error', stop);
process.stdin.resume();
process.stdout.on('error', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
