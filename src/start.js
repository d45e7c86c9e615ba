#!/usr/bin/env node
// JavaScript, so that nothing has to be stripped before the cache below is there.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// a few messages a second need no large nursery: without this, garbage takes as much memory as the program
setFlagsFromString('--semi-space-growth-factor=1');
// what was compiled is kept for the next start, which then takes half the time
enableCompileCache(join(import.meta.dirname, '../.cache/code'));
await import('./main.ts');
flushCompileCache();
