// Validates every .json file of a folder by the published schema of JSON Resume.
import { readFileSync, readdirSync } from 'fs';
import { createRequire } from 'module';
const require = createRequire(import.meta.url);
const Ajv = require('ajv').default ?? require('ajv');
const formats = require('ajv-formats');
const schema = JSON.parse(readFileSync(require.resolve('@jsonresume/schema/schema.json'), 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true });
(formats.default ?? formats)(ajv);
const validate = ajv.compile(schema);
let bad = 0, seen = 0;
for (const name of readdirSync(process.argv[2])) {
    if (!name.endsWith('.json')) continue;
    ++seen;
    if (validate(JSON.parse(readFileSync(`${process.argv[2]}/${name}`, 'utf8')))) continue;
    ++bad;
    console.log(name, JSON.stringify(validate.errors, null, 1));
}
console.log(`${seen} documents, ${bad} not valid`);
process.exit(bad > 0 || seen === 0 ? 1 : 0);
