#!/usr/bin/env node
// The command runs the TypeScript sources as they are; tsx translates them when they are loaded.
require('tsx/cjs')
require('../src/main.ts')
