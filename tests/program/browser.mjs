// A headless Chromium, driven through the DevTools protocol over a pipe: no package needed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--remote-debugging-pipe', '--window-size=900,700'];

export async function openBrowser(program) {
  const profile = mkdtempSync(join(tmpdir(), 'cvtex-browser-'));
  const child = spawn(program, [...kFlags, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const waiting = new Map();
  let next = 1;
  let rest = '';
  child.stdio[4].on('data', (bytes) => {
    const parts = (rest + bytes.toString('utf8')).split('\0');
    rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      const done = waiting.get(message.id);
      if (!done) continue;
      waiting.delete(message.id);
      if (message.error) done.reject(new Error(message.error.message));
      else done.resolve(message.result);
    }
  });
  const send = (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    const id = next++;
    waiting.set(id, { resolve, reject });
    child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
  });
  return {
    /** A window; `evaluate` runs an expression in it, `send` any command of the protocol. */
    async open(url) {
      const { targetId } = await send('Target.createTarget', { url });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const command = (method, params) => send(method, params, sessionId);
      return {
        send: command,
        async evaluate(expression) {
          const answer = await command('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
          if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
          return answer.result.value;
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      send('Browser.close').catch(() => {});
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until `condition` holds, for a minute: longer than any machine is slow. While a page loads, there is nothing to ask. */
export async function until(what, condition) {
  let last = '';
  for (let i = 0; i < 1200; ++i) {
    const value = await Promise.resolve().then(condition).catch((error) => { last = String(error); });
    if (value) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`in vain waited for: ${what} ${last}`);
}
