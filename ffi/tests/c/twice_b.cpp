// With twice_a.cpp: the veneer in two translation units of one program.
#include "wimple.hpp"

std::string other_unit(const wimple::Engine &engine);

std::string other_unit(const wimple::Engine &engine)
{
    return std::string(engine.redact("ip 192.0.2.7").text());
}
