#!/bin/sh
# Pictures of the network: fetched with --allow-remote only, once a run, and set as files are.
. "$(dirname "$0")/lib.sh"
need python3 qpdf pdfimages pdftotext openssl
test -e "$(dirname "$cvtex")/cvtex-fetch.so" || { echo "SKIPPED: built without libcurl"; exit 77; }
cd "$scratch" || exit 1
export no_proxy='*' XDG_RUNTIME_DIR="$scratch"
watching=
trap 'kill $serving $watching 2>/dev/null; rm -rf "$scratch"' EXIT

mkdir www doc
png='iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwSJiAFTEMLQkACmxIAasRElQAAAAASUVORK5CYII='
echo "$png" | base64 -d > www/a.png
cp www/a.png doc/a.png
printf '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="20" cy="10" r="8" fill="#06c"/></svg>' > www/c.svg
echo 'no picture' > www/text.png

openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=127.0.0.1 -days 2 2>/dev/null

# Serves www and writes a line for each request to log; the ports of http and https are in files.
cat > server.py <<'PY'
import http.server, os, ssl, threading
class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/passwd':
            self.send_response(302); self.send_header('Location', 'file:///etc/passwd'); self.end_headers()
        elif self.path == '/loop.png':
            self.send_response(302); self.send_header('Location', '/loop.png'); self.end_headers()
        elif self.path == '/moved.png':
            self.send_response(301); self.send_header('Location', '/a.png'); self.end_headers()
        elif self.path == '/large.png':
            self.send_response(200); self.send_header('Content-Length', str(65 << 20)); self.end_headers()
        else:
            super().do_GET()
    def log_message(self, form, *values):
        print(form % values, file=log, flush=True)
log = open('log', 'w')
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), lambda *a: Handler(*a, directory='www'))
secure = http.server.ThreadingHTTPServer(('127.0.0.1', 0), server.RequestHandlerClass)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain('certificate.pem', 'key.pem')
secure.socket = context.wrap_socket(secure.socket, server_side=True)
threading.Thread(target=secure.serve_forever, daemon=True).start()
open('secure', 'w').write(str(secure.server_port))
open('port.part', 'w').write(str(server.server_port))
os.rename('port.part', 'port')
server.serve_forever()
PY
python3 server.py & serving=$!
i=0; while ! test -s port && [ $i -lt 200 ]; do sleep 0.05; i=$((i + 1)); done
site=http://127.0.0.1:$(cat port)

page() { printf '# 林知远\n\n%s\n' "$1" > doc/cv.md; }
compiles() { exits 0 timeout 60 "$cvtex" doc/cv.md -o out.pdf "$@" && qpdf --check out.pdf >/dev/null; }
has_pictures() { test "$(pdfimages -list out.pdf | tail -n +3 | grep -c ' image  *[0-9]')" -eq "$1"; }
requests() { grep -c "GET $1 " log; }
asked() { test "$(requests "$1")" -eq "$2"; }
has() { pdftotext out.pdf - | grep -qF -- "$1"; }
# left_out WHY: told at the picture's place, its alternative text set, the address named.
left_out() {
    says "$1" "$cvtex" doc/cv.md -o out.pdf --allow-remote && says 'cv.md:3:1: warning' "$cvtex" doc/cv.md -o out.pdf --allow-remote &&
        says "$site" "$cvtex" doc/cv.md -o out.pdf --allow-remote && has 替代
}

# --- not without the flag
page "![替代]($site/a.png)"
check "without the flag a warning" says '--allow-remote' "$cvtex" doc/cv.md -o out.pdf
check "... and the alternative text" has 替代
printf -- '---\nname: 林知远\nphoto: %s/a.png\n---\n正文\n' "$site" > doc/cv.md
check "the photo neither" says 'cv.md:3:8: warning' "$cvtex" doc/cv.md -o out.pdf
check "... nor in HTML" says '--allow-remote' "$cvtex" doc/cv.md --to html --html page -o out.html
check "nobody was asked" test ! -s log

# --- with it
page "![替代]($site/a.png)"
check "a picture" compiles --allow-remote; check "... is in it" has_pictures 1; check "... and nothing of its address" sh -c '! grep -aq 127.0.0.1 out.pdf'
cp out.pdf remote.pdf
page '![替代](a.png)'
check "the same file beside the document" compiles; check "... makes the same PDF" sh -c '
    for f in remote out; do qpdf --qdf --object-streams=disable $f.pdf - | sed "/urn:sha256:/d;/^  *<[0-9a-f]*>/d;/ID \[/d" > $f.txt; done; cmp remote.txt out.txt'
page "![替代]($site/c.svg) 与 ![替代]($site/moved.png)"
check "an SVG, and one that has moved" compiles --allow-remote; check "... are in it" has_pictures 1
printf -- '---\nname: 林知远\nphoto: {src: "%s/a.png", alt: 像}\n---\n正文\n' "$site" > doc/cv.md
check "the photo" compiles --allow-remote; check "... is in it" has_pictures 1
check "HTML" exits 0 "$cvtex" doc/cv.md --to html --html page -o out.html --allow-remote
check "... holds it as data" grep -q 'src="data:image/png;base64' out.html
page "![替代]($site/a.png)"
check "LaTeX knows files only" says 'not fetched' "$cvtex" doc/cv.md --to latex -o out.tex --allow-remote
check "a depfile lists files alone" sh -c "'$cvtex' doc/cv.md -o out.pdf --allow-remote --depfile d && ! grep -q http d"

# --- once a run
mkdir doc/employers
for name in a b c d; do echo "name = \"$name\"" > doc/employers/$name.toml; done
cp www/a.png www/once.png
page "![替代]($site/once.png) 与 ![替代]($site/once.png)"
cp doc/cv.md doc/cv2.md
check "several employers, threads and tries to fit" exits 0 "$cvtex" doc/cv.md doc/cv2.md --for all -j 4 --pages 1 -o out/ --allow-remote
check "... ask once" asked /once.png 1
rm -r doc/employers

# --- what is wrong with it
page "![替代]($site/none.png)";  check "no such picture" left_out 'status 404'
page "![替代]($site/passwd)";    check "a redirect to a file" left_out 'neither http nor https'
page "![替代]($site/loop.png)";  check "a redirect to itself" left_out 'redirects more than 5 times'
check "... is followed 5 times" sh -c ': > log; exec "$@"' sh "$cvtex" doc/cv.md -o out.pdf --allow-remote
check "... not more" asked /loop.png 6
page "![替代]($site/large.png)"; check "too large a file" left_out 'larger than 64 MB'
page "![替代]($site/text.png)";  check "no picture in it" left_out 'neither PNG'
page "![替代](http://me:word@${site#http://}/a.png)"; check "a user's name" says 'names a user' "$cvtex" doc/cv.md -o out.pdf --allow-remote
page '![替代](http://127.0.0.1:1/a.png)'; check "nobody there" says 'cv.md:3:1: warning' "$cvtex" doc/cv.md -o out.pdf --allow-remote
page "![替代]($site/none.png)";  check "an error where warnings are" exits 1 "$cvtex" doc/cv.md -o out.pdf --allow-remote -W error

site=https://127.0.0.1:$(cat secure)
page "![替代]($site/a.png)";     check "a certificate that nobody trusts" left_out 'certificate is not trusted'
site=http://127.0.0.1:$(cat port)
mkdir -p alone/bin && cp "$cvtex" alone/bin/cvtex
page "![替代]($site/a.png)"; check "without the module" says 'without fetching' alone/bin/cvtex doc/cv.md -o out.pdf --allow-remote

# --- watching
cp www/a.png www/watched.png
page "![替代]($site/watched.png) 一 ![替代]($site/later.png)"
"$cvtex" watch doc/cv.md -o out.pdf --allow-remote 2>watch.log & watching=$!
until_has() { i=0; while ! has "$1" 2>/dev/null && [ $i -lt 200 ]; do sleep 0.05; i=$((i + 1)); done; has "$1"; }
check "watched" until_has 一
cp www/a.png www/later.png
page "![替代]($site/watched.png) 二 ![替代]($site/later.png)"
check "... built again" until_has 二
check "... what was fetched is not fetched again" asked /watched.png 1
check "... what was not there is asked for again" test "$(grep -c "later.png.* 200" log)" -eq 1
kill $watching; wait $watching; watching=
finish
