"""Usage: validate.py ROOT DIR: checks ROOT's styles, employers and samples, and the shown styles in DIR, against the
schemas in DIR; and that the schemas find mistakes."""
import glob
import json
import sys
import tomllib

import jsonschema

root, folder = sys.argv[1:]
failures = []


def schema(name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        text = json.load(file)
    jsonschema.Draft202012Validator.check_schema(text)
    return jsonschema.Draft202012Validator(text)


def expect(valid, validator, what, value):
    errors = list(validator.iter_errors(value))
    if valid and errors:
        failures.append(f"{what}: {errors[0].json_path}: {errors[0].message[:200]}")
    if not valid and not errors:
        failures.append(f"{what}: a mistake was not found")


def front_matter(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if text.startswith("+++"):
        return tomllib.loads(text.split("+++")[1])
    if not text.startswith("---"):
        return None
    try:
        import yaml
    except ImportError:
        return None
    return yaml.safe_load(text.split("---")[1])


def dates_as_text(value):
    """As an editor's YAML or TOML reader may give them."""
    if isinstance(value, dict):
        return {key: dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [dates_as_text(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


style, employer, matter = schema("style"), schema("employer"), schema("front-matter")
for path in glob.glob(f"{root}/styles/*.toml") + glob.glob(f"{folder}/shown-*.toml"):
    with open(path, "rb") as file:
        expect(True, style, path, tomllib.load(file))
for path in glob.glob(f"{root}/samples/employers/*.toml"):
    with open(path, "rb") as file:
        expect(True, employer, path, tomllib.load(file))
for path in glob.glob(f"{root}/samples/*.md"):
    value = front_matter(path)
    if value is not None:
        expect(True, matter, path, dates_as_text(value))

for value in (
    {"heading": {"2": {"sise": "9pt"}}},
    {"nosuch": 1},
    {"list": {"labels": "beside"}},
    {"colors": {"accent": "#12"}},
    {"body": {"align": "middle"}},
    {"sidebar": {"page": {"size": "A4"}}},
    {"page": {"grid": "perhaps"}},
):
    expect(False, style, value, value)
for value in ({"nosuch": 1}, {"style": {"body": {"sise": 1}}}, {"sections": {"a": 1}}):
    expect(False, employer, value, value)
for value in ({"nmae": "x"}, {"style": {"list": {"labels": "beside"}}}, {"employers": {"a": {"styel": "modern"}}}):
    expect(False, matter, value, value)

print("\n".join(failures))
sys.exit(bool(failures))
