#!/usr/bin/env node
import { loadKnowledge } from '../disk/knowledge-files.ts';
import { createAdvisor } from '../advice/advise.ts';
const today = new Date().toISOString().slice(0, 10);
const { catalogue } = loadKnowledge(today);
const advisor = createAdvisor(catalogue!);
const json = process.argv.includes('--json');
const q = process.argv.slice(2).filter((a) => !a.startsWith('--')).join(' ');
const a = advisor.ask({ question: q }, today);
console.log(json ? JSON.stringify(a, null, 2) : a.text);
