"""serve: the folder over loopback and nothing outside it."""
import contextlib, re, socket, subprocess
from harness import case


@contextlib.contextmanager
def served(cli, *words):
    program = subprocess.Popen(cli.command("--lang", "en", "serve", cli.site(), "--port", "0", *words), stdout=subprocess.PIPE)
    try:
        line = program.stdout.readline().decode("utf-8")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, f"serve says where it listens: {line!r}"
        yield int(found.group(1))
    finally:
        program.terminate()
        program.wait(10)


def ask(port, target):
    """Status and body; the request line is sent as it is, so that no client tidies the path."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("ascii"))
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.decode("latin-1"), body


@case("serve answers with the page, its data and 404 for what is not there")
def serves(cli):
    with served(cli) as port:
        status, head, body = ask(port, "/index.html")
        assert status == 200 and body == (cli.site() / "index.html").read_bytes()
        assert "text/html" in head and "nosniff" in head
        assert ask(port, "/")[2] == body
        status, head, _ = ask(port, "/data/manifest.js")
        assert status == 200 and "javascript" in head, head
        assert ask(port, "/nothing.html")[0] == 404


@case("serve gives no file outside its folder")
def no_traversal(cli):
    cli.make("secret.txt", "outside")
    with served(cli) as port:
        for target in ["/../secret.txt", "/%2e%2e/secret.txt", "/data/../../secret.txt", "/..%2fsecret.txt", "/%5c..%5csecret.txt", "//etc/passwd", "/data/%2e%2e/%2e%2e/secret.txt"]:
            status, _, body = ask(port, target)
            assert status in (400, 403, 404) and b"outside" not in body and b"root:" not in body, target


@case("serve says so when its port is taken")
def port_taken(cli):
    with served(cli) as port:
        cli("serve", cli.site(), "--port", port).expect(1, str(port), "--port 0")
