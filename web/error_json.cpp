#include "web/error_json.hpp"

#include <nlohmann/json.hpp>

namespace problemator::web {

std::string error_json(const Error& error) {
    nlohmann::json out;
    out["ok"] = false;
    out["fault"] = fault_id(error.fault);
    out["place"] = {{"file", error.place.file}, {"row", error.place.row}, {"column", error.place.column}};
    out["piece"] = error.piece;
    out["expected"] = error.expected;
    out["message"] = {{"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}};
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace problemator::web
