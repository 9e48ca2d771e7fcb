#!/usr/bin/env node
/** The server: configuration, database, services, edges; and a graceful end. */
import { readEnvironment } from './config.ts';
import { runProduct } from './run-product.ts';

await runProduct(readEnvironment());
