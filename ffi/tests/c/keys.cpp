// The C++ veneer of keysets: life of keys, passphrases, key services, files, what knows tokens.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "check.h"
#include "wimple.hpp"

template <class T>
constexpr bool move_only = std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>
    && !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>;

static_assert(move_only<wimple::Keyset> && move_only<wimple::Lock> && move_only<wimple::TokenRecognizer>);

template <class Work>
static std::uint32_t thrown(Work work)
{
    try {
        work();
    } catch (const wimple::Error &error) {
        return error.code();
    }
    return WIMPLE_STATUS_OK;
}

static wimple::Engine engine(const wimple::Keyset &keyset)
{
    return wimple::Engine(wimple::Config().policy(wimple::Policy(R"({"version": 1, "default": "tokenize"})")).keyset(keyset));
}

static std::string crossed(std::string_view key, std::string_view bound)
{
    std::string answer(key);
    for (std::size_t i = 0; i < answer.size(); ++i) {
        answer[i] = static_cast<char>(answer[i] ^ bound[i % bound.size()]);
    }
    return answer;
}

/* The vault on disk: a value comes in, is corrected, and its customer is forgotten. */
static void forgets(const std::string &folder)
{
    const std::string path = folder + "/customers-cpp.vault", keys = folder + "/vault-keys-cpp.json";
    std::remove(path.c_str());
    const wimple::Lock service = wimple::Lock::wrapper("keys/chat", crossed, crossed);
    const wimple::Vault::Save save = wimple::Vault::to_file(keys, service);
    wimple::Keyset keyset;
    {
        const wimple::Vault vault = wimple::Vault::create(path, keyset, save);
        const wimple::Engine engine(
            wimple::Config()
                .policy(wimple::Policy(R"({"version": 1, "default": "tokenize"})"))
                .keyset(keyset)
                .vault(vault));
        const std::string token(engine.redact("bo@example.com").text());
        CHECK(vault.count() == 1 && vault.id().substr(0, 3) == "vt_");
        CHECK(vault.export_subject("", "").find("bo@example.com") != std::string::npos);
        CHECK(keyset.verify_receipt(vault.rectify("", "", token, "bob@example.com")));
        CHECK(engine.restore(token).text() == "bob@example.com");
        vault.hold("", "");
        CHECK(thrown([&] { vault.erase("", ""); }) == WIMPLE_STATUS_VAULT);
        vault.release("", "");
        vault.restrict_subject("", "");
        CHECK(engine.restore(token).text() == token);
        vault.unrestrict("", "");
        vault.set_retention("EMAIL_ADDRESS", 30);
        vault.sweep();
        vault.backup(path + ".backup");
        CHECK(std::remove((path + ".backup").c_str()) == 0);
        CHECK(keyset.verify_receipt(vault.erase("", "")));
        const wimple::Vault::Save fails = [](const wimple_keyset *) { throw std::runtime_error("down"); };
        CHECK(thrown([&] { vault.finalise_erasure(keyset, fails); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(keyset.verify_receipt(vault.finalise_erasure(keyset, save)));
        vault.destroy_epochs(keyset, save);
        vault.take_keys(wimple::Keyset::from_file(keys, service));
        CHECK(engine.restore(token).text() == token);
        CHECK(vault.status().find("\"epoch\":2") != std::string::npos);
    }
    CHECK(wimple::Vault::open(path, keyset).check().find("\"well\":true") != std::string::npos);
    CHECK(std::remove(path.c_str()) == 0 && std::remove(keys.c_str()) == 0);
}

int main(int argc, char **argv)
{
    wimple::Keyset keyset;
    const std::string old(keyset[0].id);
    CHECK(keyset.size() == 1 && keyset.sequence() == 1 && keyset[0].primary && keyset[0].status == "enabled");
    keyset.set_created(old, 2026, 11, 23);
    keyset.set_expires(old, 2027, 11, 23);
    CHECK(keyset[0].created == "2026-11-23" && keyset[0].expires == "2027-11-23");
    const std::string token(engine(keyset).redact("bo@example.com").text());

    keyset.rotate();
    CHECK(engine(keyset).restore(token).text() == "bo@example.com");
    keyset.mark_compromised(old);
    CHECK(keyset[0].compromised && thrown([&] { keyset.promote(old); }) == WIMPLE_STATUS_KEYSET);
    keyset.disable(old);
    CHECK(engine(keyset).restore(token).text() == token);
    keyset.enable(old);
    keyset.add();
    keyset.promote(keyset[2].id);
    CHECK(keyset[2].primary && !keyset[1].primary);

    wimple::Lock lock = wimple::Lock::passphrase("twelve characters or more");
    const std::string file = keyset.seal(lock);
    const wimple::Keyset again = wimple::Keyset::open(file, lock);
    CHECK(again.id() == keyset.id() && engine(again).restore(token).text() == "bo@example.com");
    lock.today(2026, 11, 25).least_sequence(keyset.sequence() + 1);
    CHECK(thrown([&] { wimple::Keyset::open(file, lock); }) == WIMPLE_STATUS_KEYSET);
    lock.least_sequence(0);

    const wimple::Lock service = wimple::Lock::wrapper("keys/chat", crossed, crossed);
    CHECK(wimple::Keyset::open(keyset.seal(service), service).id() == keyset.id());
    const auto throws = [](std::string_view, std::string_view) -> std::string { throw std::runtime_error("down"); };
    const wimple::Lock broken = wimple::Lock::wrapper("", throws, throws);
    CHECK(thrown([&] { keyset.seal(broken); }) == WIMPLE_STATUS_CALLBACK);

    // The test names a folder; alone, under valgrind for one, the program writes nothing.
    if (argc == 2) {
        const std::string path = std::string(argv[1]) + "/keyset-cpp.json";
        keyset.to_file(path, lock);
        CHECK(wimple::Keyset::from_file(path, lock).sequence() == keyset.sequence());
        CHECK(std::remove(path.c_str()) == 0);
    }
    if (argc == 2) {
        forgets(argv[1]);
    }
    CHECK(thrown([&] { wimple::Keyset::from_env("WIMPLE_TEST_KEYSET_NONE", lock); }) == WIMPLE_STATUS_KEYSET);

    const wimple::TokenRecognizer recognizer = wimple::TokenRecognizer::open(keyset.export_recognizer().seal(lock), lock);
    const wimple::Engine edge(wimple::Config().token_recognizer(recognizer));
    CHECK(edge.redact(token).text() == token);
    CHECK(thrown([&] { edge.restore(token); }) == WIMPLE_STATUS_TOKEN);

    keyset.destroy(old);
    keyset.free_slot(old);
    CHECK(keyset[0].status == "destroyed" && engine(keyset).restore(token).text() == token);

    wimple::Keyset moved = std::move(keyset);
    CHECK(thrown([&] { keyset.rotate(); }) == WIMPLE_STATUS_NULL_POINTER); // NOLINT: that is the point
    CHECK(moved.size() == 3);
    return 0;
}
