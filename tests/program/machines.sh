#!/bin/sh
# GNU parallel over several machines, as docs/BATCH.md shows it: two sshd on this one, with keys and settings of their own.
. "$(dirname "$0")/lib.sh"
PATH=$PATH:/usr/sbin; export PATH
need parallel ssh sshd ssh-keygen rsync
cd "$scratch" || exit 1
trap 'for p in one two; do ssh -F "$scratch/ssh_config" -O exit "$p" 2>/dev/null; done; for p in one two; do [ ! -s "$scratch/$p.pid" ] || kill "$(cat "$scratch/$p.pid")" 2>/dev/null; done; rm -rf "$scratch"' EXIT
# Keys below a folder that others may write to are refused, and root's sshd wants its folder.
chmod 700 "$scratch"
[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd

ssh-keygen -q -t ed25519 -N '' -f key
cp key.pub allowed
: > known; : > ssh_config
for name in one two; do ssh-keygen -q -t ed25519 -N '' -f "host_$name"; done

# start NAME: an sshd on a free port.
start() {
    for port in $(awk 'BEGIN { srand(); for (i = 0; i < 20; i++) print int(20000 + rand() * 30000) }'); do
        cat > "$1.conf" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $scratch/host_$1
PidFile $scratch/$1.pid
AuthorizedKeysFile $scratch/allowed
PasswordAuthentication no
UsePAM no
StrictModes no
PermitRootLogin prohibit-password
MaxStartups 200
MaxSessions 200
END
        "$(command -v sshd)" -f "$scratch/$1.conf" -E "$scratch/$1.log" || { cat "$1.log"; return 1; }
        i=0
        while [ $i -lt 40 ]; do [ -s "$1.pid" ] && break; sleep 0.05; i=$((i + 1)); done
        [ -s "$1.pid" ] && break
    done
    [ -s "$1.pid" ] || { cat "$1.log"; return 1; }
    printf '[127.0.0.1]:%s %s\n' "$port" "$(cut -d' ' -f1,2 "host_$1.pub")" >> known
    printf 'Host %s\n HostName 127.0.0.1\n Port %s\n IdentityFile %s/key\n IdentitiesOnly yes\n UserKnownHostsFile %s/known\n StrictHostKeyChecking yes\n ControlMaster auto\n ControlPath %s/%%n.sock\n ControlPersist 60\n' \
        "$1" "$port" "$scratch" "$scratch" "$scratch" >> ssh_config
}
if ! start one || ! start two || ! ssh -F ssh_config one true; then
    echo "SKIPPED: sshd does not start here"; cat ./*.log 2>/dev/null; exit 77
fi

mkdir people people/employers people/styles && cd people || exit 1
i=0
while [ $i -lt 3 ]; do
    printf -- '---\nname: 林知远%s\n---\n\n## 工作经历\n\n- 订单系统 <!-- @backend -->\n- 数据看板 <!-- @data -->\n' $i > "p$i.md"
    i=$((i + 1))
done
printf 'name = "云帆"\ninclude = "backend"\nstyle = "../styles/mine.toml"\n' > employers/yunfan.toml
printf 'name = "北辰"\ninclude = "data"\n' > employers/beichen.toml
printf 'extends = "plain"\n[colors]\ntext = "#123456"\n' > styles/mine.toml

mkdir local
for profile in p*.md; do for employer in yunfan beichen; do
    mkdir -p "local/${profile%.md}"
    "$cvtex" "$profile" --for $employer -o "local/${profile%.md}/$employer.pdf" || exit 1
done; done
cd .. && cp -r people shared && cd people || exit 1

# The machines have folders of their own: files go there and come back.
check "over two machines" sh -c "parallel --will-cite --jobs 2 --ssh 'ssh -F $scratch/ssh_config' --sshlogin one,two --workdir ... --transferfile employers --transferfile styles \
    --transferfile {1} --return out/{1.}/{2}.pdf --cleanup --joblog $scratch/jobs \
    'mkdir -p out/{1.} && $cvtex {1} --for {2} -o out/{1.}/{2}.pdf' ::: p*.md ::: yunfan beichen"
check "the same bytes as here" diff -r local out
check "both machines have worked" sh -c "cut -f2 $scratch/jobs | sed 1d | sort -u | wc -l | grep -q '^2$'"
check "... on all of it" sh -c "sed 1d $scratch/jobs | awk '\$7 == 0' | wc -l | grep -q '^6$'"

# The machines share a file system.
cd ../shared || exit 1
check "on a shared folder" sh -c "parallel --will-cite --jobs 2 --ssh 'ssh -F $scratch/ssh_config' --sshlogin one,two --workdir . \
    '$cvtex build -q {} -o out --name {id}' ::: p*.md"
check "... the same bytes too" diff -r local out
check "a failure is the exit code" sh -c "printf -- '---\nname: [\n---\n' > broken.md
    ! parallel --will-cite --ssh 'ssh -F $scratch/ssh_config' --sshlogin one,two --workdir . '$cvtex {} -o out/' ::: broken.md p0.md && test -s out/p0.pdf"
finish
