// Redacts a chat, one message a line, from standard input to standard output. The whole chat is one session. A policy
// document may be given; without one, everything found becomes a numbered placeholder.
//
//     cargo build --release -p wimple-ffi
//     c++ -std=c++17 -Iinclude ffi/examples/redact_chat.cpp target/release/libwimple.a -lpthread -ldl -lm -o redact_chat
//     echo "my card is 4111 1111 1111 1111" | ./redact_chat policy.toml
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "wimple.hpp"

int main(int count, char **arguments)
try {
    std::string document = "version = 1\ndefault = \"placeholder\"\n";
    if (count > 1) {
        std::ifstream file(arguments[1], std::ios::binary);
        if (!file) {
            std::cerr << "redact_chat: the policy cannot be read\n";
            return 1;
        }
        document.assign(std::istreambuf_iterator<char>(file), {});
    }
    wimple::Session session = wimple::Engine(wimple::Config().policy(wimple::Policy(document))).session();
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << session.redact(line).text() << std::endl;
    }
    return std::cout ? 0 : 1;
} catch (const wimple::Error &error) {
    std::cerr << "redact_chat: " << error.what() << " (" << error.code() << ")\n";
    return 1;
}
