// With twice_b.cpp: the veneer in two translation units of one program.
#include "check.h"
#include "wimple.hpp"

std::string other_unit(const wimple::Engine &engine);

int main()
{
    const wimple::Engine engine;
    CHECK(engine.redact("card 4111 1111 1111 1111").text() == "card [CREDIT_CARD]");
    CHECK(other_unit(engine) == "ip [IP_ADDRESS]");
    return 0;
}
