// serve: a folder over HTTP on this machine, for looking at a site before it is copied to a real server.
#include <httplib.h>

#include <filesystem>

#include "core/cli/commands.hpp"

namespace problemator::cli {

Exit run_serve(const ServeOptions& options) {
    httplib::Server server;
    if (!std::filesystem::is_directory(options.folder) || !server.set_mount_point("/", options.folder)) {
        complain({.fault = Fault::Io, .place = {.file = options.folder}});
        return Exit::Failed;
    }
    server.set_socket_options([](socket_t socket) {   // without SO_REUSEPORT: two servers on one port would share its visitors by chance
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-cache"}});
    const int port = options.port == 0 ? server.bind_to_any_port(options.host.c_str()) : (server.bind_to_port(options.host.c_str(), options.port) ? options.port : -1);
    if (port <= 0) {
        complain({.fault = Fault::BadArgument, .place = {.column = "--port"}, .piece = std::to_string(options.port),
                  .expected = std::string{say({"свободный порт, например --port 0", "a free port, for example --port 0"})}});
        return Exit::Failed;
    }
    print(std::string{say({"Сайт открыт: ", "The site is at "})} + "http://" + options.host + ":" + std::to_string(port) + "/" +
          std::string{say({"  (Ctrl+C — остановить)", "  (Ctrl+C to stop)"})});
    std::fflush(stdout);
    return server.listen_after_bind() ? Exit::Ok : Exit::Failed;
}

}  // namespace problemator::cli
