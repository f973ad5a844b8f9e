// wimple.hpp - wimple.h for C++17: header only, move-only objects that free themselves, string_view in and out.
//
// The contract is that of wimple.h. What fails throws wimple::Error, whose code() is a wimple_status. A string_view
// received is borrowed from the object asked and dies with it. const member functions may run at the same time on one
// object. An object that was moved from throws WIMPLE_STATUS_NULL_POINTER where it is used.
//
//     wimple::Engine engine;
//     wimple::Result out = engine.redact("my card is 4111 1111 1111 1111");
//     std::cout << out.text() << '\n';                        // my card is [CREDIT_CARD]
//     for (wimple::Finding finding : out) std::cout << finding.entity() << '\n';
#ifndef WIMPLE_HPP
#define WIMPLE_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wimple.h"

namespace wimple {

/// What went wrong. what() never holds your text.
class Error : public std::runtime_error {
public:
    explicit Error(const wimple_error &error) : std::runtime_error(error.message), code_(error.status) {}

    /// A wimple_status.
    std::uint32_t code() const noexcept { return code_; }

private:
    std::uint32_t code_;
};

/// What spans count.
enum class Unit : std::uint32_t { bytes = WIMPLE_BYTES, utf16 = WIMPLE_UTF16, code_points = WIMPLE_CODE_POINTS };

/// How a placeholder may have changed and still be restored.
enum class Tolerance : std::uint32_t { exact = WIMPLE_EXACT, tolerant = WIMPLE_TOLERANT, loose = WIMPLE_LOOSE };

/// The kind of text that values are put back into.
enum class Sink : std::uint32_t { text = WIMPLE_SINK_TEXT, json = WIMPLE_SINK_JSON, html = WIMPLE_SINK_HTML };

/// Who says something in a conversation.
enum class Speaker : std::uint32_t {
    customer = WIMPLE_SPEAKER_CUSTOMER,
    agent = WIMPLE_SPEAKER_AGENT,
    bot = WIMPLE_SPEAKER_BOT,
    system = WIMPLE_SPEAKER_SYSTEM
};

/// Half-open: from start up to, not including, end.
using Span = wimple_span;

namespace detail {

template <class T, void (*Free)(T *)>
struct Freeing {
    void operator()(T *object) const noexcept { Free(object); }
};

template <class T, void (*Free)(T *)>
using Handle = std::unique_ptr<T, Freeing<T, Free>>;

inline std::string_view view(wimple_str text) noexcept { return {text.ptr, text.len}; }

/// Several texts as the C functions take them; they die with those they are of.
inline std::vector<wimple_str> texts(const std::vector<std::string_view> &texts)
{
    std::vector<wimple_str> all;
    all.reserve(texts.size());
    for (const std::string_view text : texts) {
        all.push_back({text.data(), text.size()});
    }
    return all;
}

/// The C function with its arguments and an error at their end; throws where it fails.
template <class Function, class... Arguments>
void call(Function function, Arguments... arguments)
{
    wimple_error error{};
    if (function(arguments..., &error) != WIMPLE_STATUS_OK) {
        throw Error(error);
    }
}

/// The object such a function makes.
template <class H, class Function, class... Arguments>
H make(Function function, Arguments... arguments)
{
    typename H::pointer made = nullptr;
    call(function, arguments..., &made);
    return H(made);
}

/// The object behind a const reference that may have been moved from: where NULL would mean "the defaults" to the C
/// function, an empty object must not.
template <class T>
const T *alive(const T *object)
{
    if (object == nullptr) {
        throw Error(wimple_error{WIMPLE_STATUS_NULL_POINTER, "the object was moved from"});
    }
    return object;
}

using Text = Handle<wimple_text, wimple_text_free>;

/// A text of the library as one of the caller's.
inline std::string owned(const Text &text) { return std::string(view(wimple_text_str(text.get()))); }

} // namespace detail

/// Version of the library: "0.1.0".
inline std::string_view version() noexcept { return detail::view(wimple_version()); }

/// Version of the catalogue: "2026.11.2".
inline std::string_view catalog_version() noexcept { return detail::view(wimple_catalog_version()); }

/// Which operator for what.
class Policy {
public:
    /// Reads a TOML or JSON document.
    explicit Policy(std::string_view document)
        : handle_(detail::make<Handle>(wimple_policy_from_document, document.data(), document.size()))
    {
    }

    /// A policy that follows a law or standard: "pci-dss", "hipaa-safe-harbor", "gdpr" or "ccpa".
    static Policy preset(std::string_view name)
    {
        return Policy(detail::make<Handle>(wimple_policy_from_preset, name.data(), name.size()));
    }

    /// Runs the examples the policy carries: a JSON array of those that failed, "[]" where all hold.
    std::string check() const { return text(wimple_policy_check); }

    /// What works and may not be what was meant: a JSON array, "[]" where there is nothing to say.
    std::string warnings() const { return text(wimple_policy_warnings); }

    /// In what this policy is weaker than another: a JSON array, "[]" where it is as strict everywhere.
    std::string weaker_than(const Policy &other) const
    {
        return detail::owned(detail::make<detail::Text>(wimple_policy_weaker_than, get(), other.get()));
    }

    /// A document that reads back as the same policy.
    std::string to_json() const { return text(wimple_policy_to_json); }

    const wimple_policy *get() const noexcept { return handle_.get(); }

private:
    using Handle = detail::Handle<wimple_policy, wimple_policy_free>;

    explicit Policy(Handle handle) noexcept : handle_(std::move(handle)) {}

    template <class Function>
    std::string text(Function function) const
    {
        return detail::owned(detail::make<detail::Text>(function, get()));
    }

    Handle handle_;
};

/// A text in which a recognizer is asked to find something; it lives while the recognizer runs.
class Question {
public:
    explicit Question(wimple_question *question) noexcept : question_(question) {}

    std::string_view text() const noexcept { return detail::view(wimple_question_text(question_)); }
    /// Where the text came from, the country it is of, who will see it, as its input says.
    std::string_view path() const noexcept { return detail::view(wimple_question_path(question_)); }
    std::string_view region() const noexcept { return detail::view(wimple_question_region(question_)); }
    std::string_view role() const noexcept { return detail::view(wimple_question_role(question_)); }

    /// Hands in a place: bytes, from start up to, not including, end.
    void add(std::size_t start, std::size_t end, double score = WIMPLE_DEFAULT_SCORE)
    {
        detail::call(wimple_question_add, question_, start, end, score);
    }

private:
    wimple_question *question_;
};

/// Texts that a model is asked to read, numbered from 0; it lives while the model runs.
class Reading {
public:
    explicit Reading(wimple_reading *reading) noexcept : reading_(reading) {}

    std::size_t size() const noexcept { return wimple_reading_count(reading_); }
    std::string_view text(std::size_t index) const noexcept { return detail::view(wimple_reading_text(reading_, index)); }
    /// Where a text came from, the country it is of, who will see it, as its input says.
    std::string_view path(std::size_t index) const noexcept { return detail::view(wimple_reading_path(reading_, index)); }
    std::string_view region(std::size_t index) const noexcept
    {
        return detail::view(wimple_reading_region(reading_, index));
    }
    std::string_view role(std::size_t index) const noexcept { return detail::view(wimple_reading_role(reading_, index)); }

    /// Hands in a place of a text: one of the model's types, bytes from start up to, not including, end, and how sure.
    void add(std::size_t index, std::string_view id, std::size_t start, std::size_t end, double score)
    {
        detail::call(wimple_reading_add, reading_, index, id.data(), id.size(), start, end, score);
    }

private:
    wimple_reading *reading_;
};

class Keyset;
class Lock;

/// Keeps sealed values that tokens name. Engines that share one share its values. Answers of the calls that change something
/// are receipts: JSON, which Keyset::verify_receipt verifies.
class Vault {
public:
    /// Has a keyset on disk before it returns; an exception fails the call that asks.
    using Save = std::function<void(const wimple_keyset *keyset)>;

    /// In memory: nothing of it outlives the process, and it has none of the calls below count().
    Vault() : handle_(detail::make<Handle>(wimple_vault_new_memory)) {}

    /// On disk, in a file that is made. A key is added to the keyset and saved.
    static Vault create(std::string_view path, Keyset &keyset, const Save &save);
    /// On disk. Each process opens it for itself, after it was forked.
    static Vault open(std::string_view path, const Keyset &keyset);
    /// What writes the keyset to a file. The lock has to outlive it.
    static Save to_file(std::string path, const Lock &lock);

    /// How many values it keeps.
    std::size_t count() const
    {
        std::size_t count = 0;
        detail::call(wimple_vault_count, get(), &count);
        return count;
    }

    /// vt_ and sixteen hexadecimal digits.
    std::string_view id() const noexcept { return detail::view(wimple_vault_id(get())); }
    /// In numbers, as JSON.
    std::string status() const { return text(wimple_vault_status); }
    /// Reads the whole file; JSON, whose "well" is true where nothing is wrong.
    std::string check() const { return text(wimple_vault_check); }
    /// Everything that is kept about a subject, in clear, as JSON.
    std::string export_subject(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_export, tenant, subject);
    }
    /// Erases a subject: its tokens open no more.
    std::string erase(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_erase, tenant, subject);
    }
    /// Puts a legal hold on a subject.
    std::string hold(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_hold, tenant, subject);
    }
    /// Takes it off.
    std::string release(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_release, tenant, subject);
    }
    /// Keeps a subject's tokens closed.
    std::string restrict_subject(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_restrict, tenant, subject);
    }
    /// Opens them again.
    std::string unrestrict(std::string_view tenant, std::string_view subject) const
    {
        return about(wimple_vault_unrestrict, tenant, subject);
    }
    /// Corrects a value; which is a token of it, or its id in an export.
    std::string rectify(std::string_view tenant, std::string_view subject, std::string_view which,
                        std::string_view value) const
    {
        return detail::owned(detail::make<detail::Text>(wimple_vault_rectify, get(), tenant.data(), tenant.size(),
                                                        subject.data(), subject.size(), which.data(), which.size(),
                                                        value.data(), value.size()));
    }
    /// How many days values of a type are kept; below zero for ever.
    void set_retention(std::string_view entity, std::int64_t days) const
    {
        detail::call(wimple_vault_set_retention, get(), entity.data(), entity.size(), days);
    }
    /// Forgets what is older.
    std::string sweep() const { return text(wimple_vault_sweep); }
    /// Makes erasures reach old copies; keep_days below zero destroys the old key at once.
    std::string finalise_erasure(Keyset &keyset, const Save &save, std::int64_t keep_days = -1) const;
    /// Destroys keys that were kept and whose time is up.
    std::string destroy_epochs(Keyset &keyset, const Save &save) const;
    /// Takes a newer keyset up.
    void take_keys(const Keyset &keyset) const;
    /// Writes a copy to a file that is not there yet.
    void backup(std::string_view path) const { detail::call(wimple_vault_backup, get(), path.data(), path.size()); }

    const wimple_vault *get() const noexcept { return handle_.get(); }

private:
    using Handle = detail::Handle<wimple_vault, wimple_vault_free>;

    explicit Vault(Handle handle) noexcept : handle_(std::move(handle)) {}

    template <class Function>
    std::string text(Function function) const
    {
        return detail::owned(detail::make<detail::Text>(function, get()));
    }
    template <class Function>
    std::string about(Function function, std::string_view tenant, std::string_view subject) const
    {
        return detail::owned(detail::make<detail::Text>(function, get(), tenant.data(), tenant.size(), subject.data(),
                                                        subject.size()));
    }
    /// No exception passes through C.
    static std::uint32_t saved(void *user, const wimple_keyset *keyset) noexcept
    {
        try {
            (*static_cast<const Save *>(user))(keyset);
            return 0;
        } catch (...) {
            return WIMPLE_STATUS_CALLBACK;
        }
    }
    static void *user(const Save &save) noexcept { return const_cast<Save *>(&save); }

    Handle handle_;
};

/// What keysets are sealed and opened with.
class Lock {
public:
    /// Has a key service encrypt or decrypt: given the bytes and whose key it is, it returns the other bytes. An exception
    /// fails the call that asks.
    using Wrap = std::function<std::string(std::string_view key, std::string_view bound)>;

    /// A passphrase, any bytes; it is copied, wipe yours.
    static Lock passphrase(std::string_view passphrase)
    {
        return Lock(detail::make<Handle>(wimple_lock_new_passphrase,
                                         reinterpret_cast<const std::uint8_t *>(passphrase.data()), passphrase.size()));
    }

    /// A key service: one function encrypts, the other decrypts. The name is written into the files, in clear.
    static Lock wrapper(std::string_view name, Wrap wrap, Wrap unwrap)
    {
        auto held = std::make_unique<Service>(Service{std::move(wrap), std::move(unwrap)});
        Lock lock(detail::make<Handle>(wimple_lock_new_wrapper, name.data(), name.size(), &wrapped, &unwrapped,
                                       static_cast<void *>(held.get()), &dropped));
        held.release(); // NOLINT: dropped() ends it
        return lock;
    }

    /// What day it is: a file whose primary key has expired by then is not opened.
    Lock &today(std::uint32_t year, std::uint32_t month, std::uint32_t day) &
    {
        detail::call(wimple_lock_set_today, handle_.get(), year, month, day);
        return *this;
    }

    /// The highest sequence number you have seen of the keyset: an older file is not opened.
    Lock &least_sequence(std::uint64_t sequence) &
    {
        detail::call(wimple_lock_set_least_sequence, handle_.get(), sequence);
        return *this;
    }

    const wimple_lock *get() const noexcept { return handle_.get(); }

private:
    struct Service {
        Wrap wrap, unwrap;
    };
    using Handle = detail::Handle<wimple_lock, wimple_lock_free>;

    explicit Lock(Handle handle) noexcept : handle_(std::move(handle)) {}

    /// No exception passes through C.
    static std::uint32_t answered(const Wrap &function, wimple_wrapping *wrapping) noexcept
    {
        try {
            const std::string answer =
                function(detail::view(wimple_wrapping_key(wrapping)), detail::view(wimple_wrapping_bound(wrapping)));
            return wimple_wrapping_answer(wrapping, reinterpret_cast<const std::uint8_t *>(answer.data()), answer.size(),
                                          nullptr);
        } catch (...) {
            return WIMPLE_STATUS_CALLBACK;
        }
    }
    static std::uint32_t wrapped(void *user, wimple_wrapping *wrapping) noexcept
    {
        return answered(static_cast<const Service *>(user)->wrap, wrapping);
    }
    static std::uint32_t unwrapped(void *user, wimple_wrapping *wrapping) noexcept
    {
        return answered(static_cast<const Service *>(user)->unwrap, wrapping);
    }
    static void dropped(void *user) noexcept { delete static_cast<Service *>(user); }

    Handle handle_;
};

/// Knows the tokens of a keyset and opens none.
class TokenRecognizer {
public:
    using Handle = detail::Handle<wimple_token_recognizer, wimple_token_recognizer_free>;

    explicit TokenRecognizer(Handle handle) noexcept : handle_(std::move(handle)) {}

    /// Reads what seal() has written.
    static TokenRecognizer open(std::string_view text, const Lock &lock)
    {
        return TokenRecognizer(
            detail::make<Handle>(wimple_token_recognizer_open, text.data(), text.size(), detail::alive(lock.get())));
    }

    /// JSON, its keys encrypted.
    std::string seal(const Lock &lock) const
    {
        const auto text = detail::make<detail::Text>(wimple_token_recognizer_seal, get(), lock.get());
        return std::string(detail::view(wimple_text_str(text.get())));
    }

    const wimple_token_recognizer *get() const noexcept { return handle_.get(); }

private:
    Handle handle_;
};

/// One key of a keyset, as far as it is told; its texts die with the keyset or its next change.
struct Key {
    std::string_view id;
    /// "enabled", "disabled" or "destroyed".
    std::string_view status;
    bool primary;
    bool compromised;
    /// "2026-11-23"; empty where nobody has said it.
    std::string_view created;
    std::string_view expires;
};

/// The keys of an engine, one of them primary. Ids are eight hexadecimal digits.
class Keyset {
public:
    /// A keyset of one fresh key.
    Keyset() : handle_(detail::make<Handle>(wimple_keyset_new)) {}

    /// Reads what seal() has written.
    static Keyset open(std::string_view text, const Lock &lock)
    {
        return Keyset(detail::make<Handle>(wimple_keyset_open, text.data(), text.size(), detail::alive(lock.get())));
    }

    /// Reads a file that its owner alone may use.
    static Keyset from_file(std::string_view path, const Lock &lock)
    {
        return Keyset(
            detail::make<Handle>(wimple_keyset_from_file, path.data(), path.size(), detail::alive(lock.get())));
    }

    /// Reads a variable of the environment.
    static Keyset from_env(std::string_view name, const Lock &lock)
    {
        return Keyset(
            detail::make<Handle>(wimple_keyset_from_env, name.data(), name.size(), detail::alive(lock.get())));
    }

    /// JSON: ids, states and dates readable, keys encrypted, everything authenticated.
    std::string seal(const Lock &lock) const
    {
        const auto text = detail::make<detail::Text>(wimple_keyset_seal, get(), lock.get());
        return std::string(detail::view(wimple_text_str(text.get())));
    }

    /// Writes that to a file that its owner alone may use.
    void to_file(std::string_view path, const Lock &lock) const
    {
        detail::call(wimple_keyset_to_file, get(), path.data(), path.size(), lock.get());
    }

    /// A new key that is primary; the others stay enabled.
    void rotate() { detail::call(wimple_keyset_rotate, handle_.get()); }
    /// A new key that is enabled and not primary: the last one.
    void add() { detail::call(wimple_keyset_add, handle_.get()); }
    void promote(std::string_view id) { change(wimple_keyset_promote, id); }
    void disable(std::string_view id) { change(wimple_keyset_disable, id); }
    void enable(std::string_view id) { change(wimple_keyset_enable, id); }
    void destroy(std::string_view id) { change(wimple_keyset_destroy, id); }
    void mark_compromised(std::string_view id) { change(wimple_keyset_mark_compromised, id); }
    void free_slot(std::string_view id) { change(wimple_keyset_free_slot, id); }

    /// Notes the day a key was made, and that from which it shall be primary no more; 0, 0, 0 takes it back.
    void set_created(std::string_view id, std::uint32_t year, std::uint32_t month, std::uint32_t day)
    {
        detail::call(wimple_keyset_set_created, handle_.get(), id.data(), id.size(), year, month, day);
    }
    void set_expires(std::string_view id, std::uint32_t year, std::uint32_t month, std::uint32_t day)
    {
        detail::call(wimple_keyset_set_expires, handle_.get(), id.data(), id.size(), year, month, day);
    }

    TokenRecognizer export_recognizer() const
    {
        return TokenRecognizer(detail::make<TokenRecognizer::Handle>(wimple_keyset_export_recognizer, get()));
    }

    std::string_view id() const noexcept { return detail::view(wimple_keyset_id(get())); }
    /// How many changes it has seen.
    std::uint64_t sequence() const noexcept { return wimple_keyset_sequence(get()); }
    /// Destroyed keys included; the oldest is first.
    std::size_t size() const noexcept { return wimple_keyset_count(get()); }
    Key operator[](std::size_t index) const noexcept
    {
        const wimple_keyset *keyset = get();
        return {detail::view(wimple_keyset_key_id(keyset, index)),
                detail::view(wimple_keyset_key_status(keyset, index)),
                wimple_keyset_key_is_primary(keyset, index),
                wimple_keyset_key_is_compromised(keyset, index),
                detail::view(wimple_keyset_key_created(keyset, index)),
                detail::view(wimple_keyset_key_expires(keyset, index))};
    }

    /// Whether a receipt of a vault is of this keyset and says what it said.
    bool verify_receipt(std::string_view receipt) const
    {
        bool verified = false;
        detail::call(wimple_keyset_verify_receipt, get(), receipt.data(), receipt.size(), &verified);
        return verified;
    }

    const wimple_keyset *get() const noexcept { return handle_.get(); }

private:
    friend class Vault;
    using Handle = detail::Handle<wimple_keyset, wimple_keyset_free>;

    explicit Keyset(Handle handle) noexcept : handle_(std::move(handle)) {}

    template <class Function>
    void change(Function function, std::string_view id)
    {
        detail::call(function, handle_.get(), id.data(), id.size());
    }

    Handle handle_;
};

inline Vault Vault::create(std::string_view path, Keyset &keyset, const Save &save)
{
    return Vault(detail::make<Handle>(wimple_vault_create, path.data(), path.size(), keyset.handle_.get(), &saved, user(save),
                                      static_cast<const wimple_vault_options *>(nullptr)));
}

inline Vault Vault::open(std::string_view path, const Keyset &keyset)
{
    return Vault(detail::make<Handle>(wimple_vault_open, path.data(), path.size(), keyset.get(),
                                      static_cast<const wimple_vault_options *>(nullptr)));
}

inline Vault::Save Vault::to_file(std::string path, const Lock &lock)
{
    return [path = std::move(path), &lock](const wimple_keyset *keyset) {
        detail::call(wimple_keyset_to_file, keyset, path.data(), path.size(), detail::alive(lock.get()));
    };
}

inline std::string Vault::finalise_erasure(Keyset &keyset, const Save &save, std::int64_t keep_days) const
{
    return detail::owned(detail::make<detail::Text>(wimple_vault_finalise_erasure, get(), keyset.handle_.get(), &saved,
                                                    user(save), keep_days));
}

inline std::string Vault::destroy_epochs(Keyset &keyset, const Save &save) const
{
    return detail::owned(
        detail::make<detail::Text>(wimple_vault_destroy_epochs, get(), keyset.handle_.get(), &saved, user(save)));
}

inline void Vault::take_keys(const Keyset &keyset) const { detail::call(wimple_vault_take_keys, get(), keyset.get()); }

/// What an engine is made of. Setters return the config: Config().policy(p).max_input(n).
class Config {
public:
    Config() : handle_(detail::make<Handle>(wimple_config_new)) {}

    Config &policy(const Policy &policy) &
    {
        detail::call(wimple_config_set_policy, handle_.get(), policy.get());
        return *this;
    }
    Config policy(const Policy &p) && { return std::move(policy(p)); }

    /// The longest text of one call, in bytes.
    Config &max_input(std::size_t bytes) &
    {
        detail::call(wimple_config_set_max_input, handle_.get(), bytes);
        return *this;
    }
    Config max_input(std::size_t bytes) && { return std::move(max_input(bytes)); }

    /// The most findings one call may give.
    Config &max_findings(std::size_t count) &
    {
        detail::call(wimple_config_set_max_findings, handle_.get(), count);
        return *this;
    }
    Config max_findings(std::size_t count) && { return std::move(max_findings(count)); }

    /// The key of the operator hash: at least 32 random bytes, which are copied; wipe yours.
    Config &hash_key(const std::uint8_t *key, std::size_t size) &
    {
        detail::call(wimple_config_set_hash_key, handle_.get(), key, size);
        return *this;
    }
    Config hash_key(const std::uint8_t *key, std::size_t size) && { return std::move(hash_key(key, size)); }

    /// The keys of the operators that need them, and of sealed sessions, as they are now.
    Config &keyset(const Keyset &keyset) &
    {
        detail::call(wimple_config_set_keyset, handle_.get(), keyset.get());
        return *this;
    }
    Config keyset(const Keyset &k) && { return std::move(keyset(k)); }

    /// Tokens that this engine shall know and cannot open. Said more than once, all count.
    Config &token_recognizer(const TokenRecognizer &recognizer) &
    {
        detail::call(wimple_config_add_token_recognizer, handle_.get(), recognizer.get());
        return *this;
    }
    Config token_recognizer(const TokenRecognizer &r) && { return std::move(token_recognizer(r)); }

    /// Where the operator tokenize keeps values.
    Config &vault(const Vault &vault) &
    {
        detail::call(wimple_config_set_vault, handle_.get(), vault.get());
        return *this;
    }
    Config vault(const Vault &v) && { return std::move(vault(v)); }

    /// What the operator custom asks: it is given the entity type and the value, and says what shall stand there instead.
    /// The call that asks fails where it throws, or answers with the value. Threads may call it at the same time.
    using Custom = std::function<std::string(std::string_view entity, std::string_view value)>;
    Config &custom(std::string_view name, Custom function) &
    {
        auto held = std::make_unique<Custom>(std::move(function));
        detail::call(wimple_config_add_custom, handle_.get(), name.data(), name.size(), &asked,
                     static_cast<void *>(held.get()), &dropped);
        held.release(); // NOLINT: dropped() ends it
        return *this;
    }
    Config custom(std::string_view name, Custom function) && { return std::move(custom(name, std::move(function))); }

    /// Finds an entity type, a built-in one or your own, with a function of yours: it adds the places to the question. An
    /// exception fails the call that asks. Threads may call it at the same time.
    using Recognizer = std::function<void(Question &)>;
    Config &recognizer(std::string_view id, Recognizer function) &
    {
        auto held = std::make_unique<Recognizer>(std::move(function));
        detail::call(wimple_config_add_recognizer, handle_.get(), id.data(), id.size(), &sought,
                     static_cast<void *>(held.get()), &forgotten);
        held.release(); // NOLINT: forgotten() ends it
        return *this;
    }
    Config recognizer(std::string_view id, Recognizer function) && { return std::move(recognizer(id, std::move(function))); }

    /// Reads texts beside Wimple with a model of yours, which finds the types named by ids, built-in ones or your own: it
    /// adds what it sees to the reading, which has one text, or all those of Engine::redact_many. An exception fails the
    /// call that asks. Threads may call it at the same time. Said more than once, all are asked.
    using Model = std::function<void(Reading &)>;
    Config &model(const std::vector<std::string_view> &ids, Model function) &
    {
        auto held = std::make_unique<Model>(std::move(function));
        const std::vector<wimple_str> types = detail::texts(ids);
        detail::call(wimple_config_add_model, handle_.get(), types.data(), types.size(), &read,
                     static_cast<void *>(held.get()), &dismissed);
        held.release(); // NOLINT: dismissed() ends it
        return *this;
    }
    Config model(const std::vector<std::string_view> &ids, Model function) &&
    {
        return std::move(model(ids, std::move(function)));
    }

    const wimple_config *get() const noexcept { return handle_.get(); }

private:
    using Handle = detail::Handle<wimple_config, wimple_config_free>;

    /// No exception passes through C.
    static std::uint32_t asked(void *user, wimple_ask *ask) noexcept
    {
        try {
            const std::string answer =
                (*static_cast<const Custom *>(user))(detail::view(wimple_ask_entity(ask)), detail::view(wimple_ask_value(ask)));
            return wimple_ask_answer(ask, answer.data(), answer.size(), nullptr);
        } catch (...) {
            return WIMPLE_STATUS_CALLBACK;
        }
    }
    static void dropped(void *user) noexcept { delete static_cast<Custom *>(user); }
    static std::uint32_t sought(void *user, wimple_question *asked) noexcept
    {
        try {
            Question question(asked);
            (*static_cast<const Recognizer *>(user))(question);
            return WIMPLE_STATUS_OK;
        } catch (...) {
            return WIMPLE_STATUS_CALLBACK;
        }
    }
    static void forgotten(void *user) noexcept { delete static_cast<Recognizer *>(user); }
    static std::uint32_t read(void *user, wimple_reading *asked) noexcept
    {
        try {
            Reading reading(asked);
            (*static_cast<const Model *>(user))(reading);
            return WIMPLE_STATUS_OK;
        } catch (...) {
            return WIMPLE_STATUS_CALLBACK;
        }
    }
    static void dismissed(void *user) noexcept { delete static_cast<Model *>(user); }

    Handle handle_;
};

/// What is known about a text beside its bytes.
class Input {
public:
    Input() : handle_(detail::make<Handle>(wimple_input_new)) {}

    /// Where the text came from: "/customer/ssn".
    Input &path(std::string_view path) &
    {
        detail::call(wimple_input_set_path, handle_.get(), path.data(), path.size());
        return *this;
    }
    Input path(std::string_view p) && { return std::move(path(p)); }

    /// The country whose national forms are meant: "US".
    Input &region(std::string_view region) &
    {
        detail::call(wimple_input_set_region, handle_.get(), region.data(), region.size());
        return *this;
    }
    Input region(std::string_view r) && { return std::move(region(r)); }

    /// Who will see the text: "billing".
    Input &role(std::string_view role) &
    {
        detail::call(wimple_input_set_role, handle_.get(), role.data(), role.size());
        return *this;
    }
    Input role(std::string_view r) && { return std::move(role(r)); }

    /// Whose customer the text is about.
    Input &tenant(std::string_view tenant) &
    {
        detail::call(wimple_input_set_tenant, handle_.get(), tenant.data(), tenant.size());
        return *this;
    }
    Input tenant(std::string_view t) && { return std::move(tenant(t)); }

    /// Whom the text is about.
    Input &subject(std::string_view subject) &
    {
        detail::call(wimple_input_set_subject, handle_.get(), subject.data(), subject.size());
        return *this;
    }
    Input subject(std::string_view s) && { return std::move(subject(s)); }

    /// Who says it, for Session::redact.
    Input &speaker(Speaker speaker) &
    {
        detail::call(wimple_input_set_speaker, handle_.get(), static_cast<std::uint32_t>(speaker));
        return *this;
    }
    Input speaker(Speaker s) && { return std::move(speaker(s)); }

    /// By what the host knows the message, for Session::redact: Result::revisions may name it.
    Input &turn(std::string_view turn) &
    {
        detail::call(wimple_input_set_turn, handle_.get(), turn.data(), turn.size());
        return *this;
    }
    Input turn(std::string_view t) && { return std::move(turn(t)); }

    /// When it was said, for Session::redact, in seconds since whenever the host counts from.
    Input &time(std::uint64_t seconds) &
    {
        detail::call(wimple_input_set_time, handle_.get(), seconds);
        return *this;
    }
    Input time(std::uint64_t seconds) && { return std::move(time(seconds)); }

    /// Today's date.
    Input &today(std::uint32_t year, std::uint32_t month, std::uint32_t day) &
    {
        detail::call(wimple_input_set_today, handle_.get(), year, month, day);
        return *this;
    }
    Input today(std::uint32_t year, std::uint32_t month, std::uint32_t day) &&
    {
        return std::move(today(year, month, day));
    }

    const wimple_input *get() const noexcept { return handle_.get(); }

private:
    using Handle = detail::Handle<wimple_input, wimple_input_free>;
    Handle handle_;
};

/// One finding of a result; a view that dies with the result.
class Finding {
public:
    Finding(const wimple_result *result, std::size_t index) noexcept : result_(result), index_(index) {}

    std::string_view entity() const noexcept { return detail::view(wimple_result_entity(result_, index_)); }
    std::string_view category() const noexcept { return detail::view(wimple_result_category(result_, index_)); }
    double score() const noexcept { return wimple_result_score(result_, index_); }
    Span span(Unit unit = Unit::bytes) const noexcept
    {
        return wimple_result_span(result_, index_, static_cast<std::uint32_t>(unit));
    }
    std::string_view recognizer() const noexcept { return detail::view(wimple_result_recognizer(result_, index_)); }
    std::string_view verdict() const noexcept { return detail::view(wimple_result_verdict(result_, index_)); }
    std::string_view context() const noexcept { return detail::view(wimple_result_context(result_, index_)); }
    std::string_view twin() const noexcept { return detail::view(wimple_result_twin(result_, index_)); }
    std::string_view folding() const noexcept { return detail::view(wimple_result_folding(result_, index_)); }
    bool claimed() const noexcept { return wimple_result_claimed(result_, index_); }
    bool specimen() const noexcept { return wimple_result_specimen(result_, index_); }

    /// Other entity types the same value could also be, best first.
    std::vector<std::string_view> alternatives() const
    {
        std::vector<std::string_view> all;
        for (std::size_t i = 0; i < wimple_result_alternative_count(result_, index_); ++i) {
            all.push_back(detail::view(wimple_result_alternative(result_, index_, i)));
        }
        return all;
    }

private:
    const wimple_result *result_;
    std::size_t index_;
};

/// What came of one text: a new text, and a range of findings.
class Result {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Finding;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Finding;

        iterator(const wimple_result *result, std::size_t index) noexcept : result_(result), index_(index) {}
        Finding operator*() const noexcept { return {result_, index_}; }
        iterator &operator++() noexcept
        {
            ++index_;
            return *this;
        }
        iterator operator++(int) noexcept { return {result_, index_++}; }
        bool operator==(const iterator &other) const noexcept { return index_ == other.index_; }
        bool operator!=(const iterator &other) const noexcept { return index_ != other.index_; }

    private:
        const wimple_result *result_;
        std::size_t index_;
    };

    using Handle = detail::Handle<wimple_result, wimple_result_free>;

    explicit Result(Handle handle) noexcept : handle_(std::move(handle)) {}

    /// The new text; empty after an analysis.
    std::string_view text() const noexcept { return detail::view(wimple_result_text(get())); }

    /// What was found and done, as JSON; empty after an analysis.
    std::string_view report() const noexcept { return detail::view(wimple_result_report(get())); }

    /// Earlier turns of the session that this one shows in another light: which, and the text to show instead.
    std::vector<std::pair<std::string_view, std::string_view>> revisions() const
    {
        std::vector<std::pair<std::string_view, std::string_view>> all;
        for (std::size_t n = 0; n < wimple_result_revision_count(get()); n++) {
            all.emplace_back(detail::view(wimple_result_revision_turn(get(), n)),
                             detail::view(wimple_result_revision_text(get(), n)));
        }
        return all;
    }

    /// A page to look at. `text` is the one this was redacted from; with originals false it is not in the page.
    std::string html(std::string_view text, bool originals = true) const
    {
        const auto page = detail::make<detail::Text>(wimple_result_html, get(), text.data(), text.size(), originals);
        return std::string(detail::view(wimple_text_str(page.get())));
    }

    std::size_t size() const noexcept { return wimple_result_count(get()); }
    bool empty() const noexcept { return size() == 0; }
    Finding operator[](std::size_t index) const noexcept { return {get(), index}; }
    iterator begin() const noexcept { return {get(), 0}; }
    iterator end() const noexcept { return {get(), size()}; }

    const wimple_result *get() const noexcept { return handle_.get(); }

private:
    Handle handle_;
};

/// Why, for people and for programs.
class Explanation {
public:
    using Handle = detail::Handle<wimple_explain, wimple_explain_free>;

    explicit Explanation(Handle handle) noexcept : handle_(std::move(handle)) {}

    std::string_view text() const noexcept { return detail::view(wimple_explain_text(handle_.get())); }
    std::string_view json() const noexcept { return detail::view(wimple_explain_json(handle_.get())); }

private:
    Handle handle_;
};

/// One conversation. Keeps its engine alive.
class Session {
public:
    using Handle = detail::Handle<wimple_session, wimple_session_free>;

    explicit Session(Handle handle) noexcept : handle_(std::move(handle)) {}

    Result redact(std::string_view text) { return turn(wimple_session_redact, text, nullptr); }
    Result redact(std::string_view text, const Input &input)
    {
        return turn(wimple_session_redact, text, detail::alive(input.get()));
    }
    Result analyze(std::string_view text) { return turn(wimple_session_analyze, text, nullptr); }
    Result analyze(std::string_view text, const Input &input)
    {
        return turn(wimple_session_analyze, text, detail::alive(input.get()));
    }

    /// Puts the values back where their restorable placeholders stand.
    Result restore(std::string_view text, Tolerance tolerance = Tolerance::tolerant) const
    {
        const wimple_session *session = handle_.get();
        return Result(detail::make<Result::Handle>(wimple_session_restore, session, text.data(), text.size(),
                                                   static_cast<std::uint32_t>(tolerance)));
    }

    /// As above, and escapes the values for the kind of text they are put into.
    Result restore(std::string_view text, Tolerance tolerance, Sink sink) const
    {
        const wimple_session *session = handle_.get();
        return Result(detail::make<Result::Handle>(wimple_session_restore_into, session, text.data(), text.size(),
                                                   static_cast<std::uint32_t>(tolerance), static_cast<std::uint32_t>(sink)));
    }

    /// The memory of the conversation as a text that Engine::resume takes up again; bound to a name and a tenant.
    std::string seal(std::string_view name, std::string_view tenant = {}) const
    {
        const wimple_session *session = handle_.get();
        return detail::owned(detail::make<detail::Text>(wimple_session_seal, session, name.data(), name.size(),
                                                        tenant.data(), tenant.size()));
    }

    wimple_session *get() noexcept { return handle_.get(); }
    const wimple_session *get() const noexcept { return handle_.get(); }

private:
    template <class Function>
    Result turn(Function function, std::string_view text, const wimple_input *input)
    {
        return Result(detail::make<Result::Handle>(function, handle_.get(), text.data(), text.size(), input));
    }

    Handle handle_;
};

/// A place that reads like a token. Its texts die with the list it came from.
struct Token {
    Span span;
    /// Whose it is: "own", "unknown_key", "destroyed_key", "forged" or "damaged".
    std::string_view state;
    /// "vault", "deterministic", "random" or "hash"; empty where it is damaged, as are the next two.
    std::string_view kind;
    std::string_view entity;
    std::string_view key_id;
};

/// The places of one text that read like tokens.
class Tokens {
public:
    using Handle = detail::Handle<wimple_tokens, wimple_tokens_free>;

    explicit Tokens(Handle handle) noexcept : handle_(std::move(handle)) {}

    std::size_t size() const noexcept { return wimple_tokens_count(handle_.get()); }
    bool empty() const noexcept { return size() == 0; }

    Token at(std::size_t index, Unit unit = Unit::bytes) const noexcept
    {
        const wimple_tokens *tokens = handle_.get();
        return {wimple_tokens_span(tokens, index, static_cast<std::uint32_t>(unit)),
                detail::view(wimple_tokens_state(tokens, index)), detail::view(wimple_tokens_kind(tokens, index)),
                detail::view(wimple_tokens_entity(tokens, index)), detail::view(wimple_tokens_key_id(tokens, index))};
    }
    Token operator[](std::size_t index) const noexcept { return at(index); }

private:
    Handle handle_;
};

/// Finds personal and secret data and acts on it. One serves all threads.
class Engine {
public:
    /// The default set of entity types, minimum score 0.50, label everything.
    Engine() : handle_(made(nullptr)) {}
    explicit Engine(const Config &config) : handle_(made(detail::alive(config.get()))) {}

    Result analyze(std::string_view text) const { return run<Result>(wimple_engine_analyze, text, nullptr); }
    Result analyze(std::string_view text, const Input &input) const
    {
        return run<Result>(wimple_engine_analyze, text, detail::alive(input.get()));
    }
    Result redact(std::string_view text) const { return run<Result>(wimple_engine_redact, text, nullptr); }
    Result redact(std::string_view text, const Input &input) const
    {
        return run<Result>(wimple_engine_redact, text, detail::alive(input.get()));
    }
    /// One result for each text, in their order. A model is asked once for all of them; where one text fails, all do.
    std::vector<Result> redact_many(const std::vector<std::string_view> &texts) const { return many(texts, nullptr); }
    std::vector<Result> redact_many(const std::vector<std::string_view> &texts, const Input &input) const
    {
        return many(texts, detail::alive(input.get()));
    }
    Explanation explain(std::string_view text) const { return run<Explanation>(wimple_engine_explain, text, nullptr); }
    Explanation explain(std::string_view text, const Input &input) const
    {
        return run<Explanation>(wimple_engine_explain, text, detail::alive(input.get()));
    }
    /// Runs the examples of the policy with key and callbacks: a JSON array of those that failed, "[]" where all hold.
    std::string check() const
    {
        return std::string(
            detail::view(wimple_text_str(detail::make<detail::Text>(wimple_engine_check, get()).get())));
    }
    /// Puts the values of tokens back: of those of this engine's keyset, for the tenant and subject of the input.
    Result restore(std::string_view text, Tolerance tolerance = Tolerance::tolerant, Sink sink = Sink::text) const
    {
        return restored(text, nullptr, tolerance, sink);
    }
    Result restore(std::string_view text, const Input &input, Tolerance tolerance = Tolerance::tolerant,
                   Sink sink = Sink::text) const
    {
        return restored(text, detail::alive(input.get()), tolerance, sink);
    }

    /// Renews the tokens of older keys under the primary key.
    Result retokenize(std::string_view text) const { return run<Result>(wimple_engine_retokenize, text, nullptr); }
    Result retokenize(std::string_view text, const Input &input) const
    {
        return run<Result>(wimple_engine_retokenize, text, detail::alive(input.get()));
    }

    /// The places of a text that read like tokens, and whose they are.
    Tokens tokens(std::string_view text) const
    {
        return Tokens(detail::make<Tokens::Handle>(wimple_engine_tokens, get(), text.data(), text.size()));
    }

    Session session() const { return Session(detail::make<Session::Handle>(wimple_engine_session, get())); }

    /// Takes up a conversation that Session::seal wrote down, for the same name and tenant.
    Session resume(std::string_view sealed, std::string_view name, std::string_view tenant = {}) const
    {
        return Session(detail::make<Session::Handle>(wimple_engine_resume, get(), sealed.data(), sealed.size(), name.data(),
                                                     name.size(), tenant.data(), tenant.size()));
    }

    /// The ids of the types this engine looks for, its own ones last. They die with the engine.
    std::vector<std::string_view> entities() const
    {
        std::vector<std::string_view> all;
        for (std::size_t i = 0; i < wimple_engine_entity_count(get()); ++i) {
            all.push_back(detail::view(wimple_engine_entity_id(get(), i)));
        }
        return all;
    }

    const wimple_engine *get() const noexcept { return handle_.get(); }

private:
    Result restored(std::string_view text, const wimple_input *input, Tolerance tolerance, Sink sink) const
    {
        return Result(detail::make<Result::Handle>(wimple_engine_restore, get(), text.data(), text.size(), input,
                                                   static_cast<std::uint32_t>(tolerance),
                                                   static_cast<std::uint32_t>(sink)));
    }

    std::vector<Result> many(const std::vector<std::string_view> &texts, const wimple_input *input) const
    {
        const std::vector<wimple_str> given = detail::texts(texts);
        std::vector<wimple_result *> made(given.size(), nullptr);
        std::vector<Result> results;
        results.reserve(given.size());
        detail::call(wimple_engine_redact_many, get(), given.data(), given.size(), input, made.data());
        for (wimple_result *one : made) {
            results.push_back(Result(Result::Handle(one)));
        }
        return results;
    }

    using Handle = detail::Handle<wimple_engine, wimple_engine_free>;

    /// The first call a program makes is this one, so the interface is compared here.
    static Handle made(const wimple_config *config)
    {
        if (wimple_abi() != WIMPLE_ABI) {
            throw Error(wimple_error{WIMPLE_STATUS_INVALID_ARGUMENT, "libwimple and wimple.h are of different ABI"});
        }
        return detail::make<Handle>(wimple_engine_new, config);
    }

    template <class Answer, class Function>
    Answer run(Function function, std::string_view text, const wimple_input *input) const
    {
        return Answer(detail::make<typename Answer::Handle>(function, get(), text.data(), text.size(), input));
    }

    Handle handle_;
};

namespace detail {

/// A function that takes text, and what it threw: that goes on its way when the call of the library has returned.
struct Outlet {
    std::function<void(std::string_view)> function;
    std::exception_ptr thrown;

    static int take(void *user, const char *text, std::size_t len)
    {
        Outlet *outlet = static_cast<Outlet *>(user);
        try {
            outlet->function(std::string_view(text, len));
            return 0;
        } catch (...) {
            outlet->thrown = std::current_exception();
            return 1;
        }
    }

    template <class Work>
    void during(Work work)
    {
        try {
            work();
        } catch (...) {
            if (thrown) {
                std::rethrow_exception(std::exchange(thrown, nullptr));
            }
            throw;
        }
    }
};

} // namespace detail

/// Redacts a text that comes in pieces: what the function gets, findings and report are those of the whole, however it is
/// cut. What the function throws goes through write or end, and the redactor has ended. A session must outlive it.
///
///     wimple::Redactor redactor(engine, [](std::string_view piece) { std::cout << piece; });
///     redactor.write("my card is 4111 1111 ");
///     redactor.write("1111 1111");
///     wimple::Result done = redactor.end();
class Redactor {
public:
    using Outlet = std::function<void(std::string_view)>;

    Redactor(const Engine &engine, Outlet outlet) : Redactor(engine, nullptr, std::move(outlet)) {}
    Redactor(const Engine &engine, const Input &input, Outlet outlet)
        : Redactor(engine, detail::alive(input.get()), std::move(outlet))
    {
    }
    /// One turn of a conversation.
    Redactor(Session &session, Outlet outlet) : Redactor(session, nullptr, std::move(outlet)) {}
    Redactor(Session &session, const Input &input, Outlet outlet)
        : Redactor(session, detail::alive(input.get()), std::move(outlet))
    {
    }

    /// Takes the next piece, which may end inside a character.
    void write(std::string_view piece)
    {
        outlet_->during([&] {
            detail::call(wimple_redactor_write, handle_.get(), session_, piece.data(), piece.size());
        });
    }

    /// Ends the text. The result has findings, report and revisions, but no text.
    Result end()
    {
        wimple_result *made = nullptr;
        outlet_->during([&] { detail::call(wimple_redactor_end, handle_.get(), session_, &made); });
        return Result(Result::Handle(made));
    }

    /// How many bytes have come in and not gone out.
    std::size_t held() const noexcept { return wimple_redactor_held(handle_.get()); }

private:
    using Handle = detail::Handle<wimple_redactor, wimple_redactor_free>;

    Redactor(const Engine &engine, const wimple_input *input, Outlet outlet)
        : outlet_(new detail::Outlet{std::move(outlet), nullptr}),
          handle_(detail::make<Handle>(wimple_redactor_new, engine.get(), input, detail::Outlet::take,
                                       static_cast<void *>(outlet_.get())))
    {
    }
    Redactor(Session &session, const wimple_input *input, Outlet outlet)
        : outlet_(new detail::Outlet{std::move(outlet), nullptr}),
          session_(session.get()),
          handle_(detail::make<Handle>(wimple_redactor_of_turn, session_, input, detail::Outlet::take,
                                       static_cast<void *>(outlet_.get())))
    {
    }

    std::unique_ptr<detail::Outlet> outlet_;
    wimple_session *session_ = nullptr;
    Handle handle_;
};

/// Puts values back into a text that comes in pieces, a language model's answer for one. A session must outlive it.
class Restorer {
public:
    using Outlet = std::function<void(std::string_view)>;

    /// Of tokens.
    Restorer(const Engine &engine, Outlet outlet, Tolerance tolerance = Tolerance::tolerant, Sink sink = Sink::text)
        : outlet_(new detail::Outlet{std::move(outlet), nullptr}),
          handle_(detail::make<Handle>(wimple_restorer_new, engine.get(), static_cast<const wimple_input *>(nullptr),
                                       static_cast<std::uint32_t>(tolerance), static_cast<std::uint32_t>(sink),
                                       detail::Outlet::take, static_cast<void *>(outlet_.get())))
    {
    }
    /// Of tokens of the input's tenant and subject.
    Restorer(const Engine &engine, const Input &input, Outlet outlet, Tolerance tolerance = Tolerance::tolerant,
             Sink sink = Sink::text)
        : outlet_(new detail::Outlet{std::move(outlet), nullptr}),
          handle_(detail::make<Handle>(wimple_restorer_new, engine.get(), detail::alive(input.get()),
                                       static_cast<std::uint32_t>(tolerance), static_cast<std::uint32_t>(sink),
                                       detail::Outlet::take, static_cast<void *>(outlet_.get())))
    {
    }
    /// Of a session's placeholders.
    Restorer(const Session &session, Outlet outlet, Tolerance tolerance = Tolerance::tolerant, Sink sink = Sink::text)
        : outlet_(new detail::Outlet{std::move(outlet), nullptr}),
          session_(session.get()),
          handle_(detail::make<Handle>(wimple_restorer_of_session, session_, static_cast<std::uint32_t>(tolerance),
                                       static_cast<std::uint32_t>(sink), detail::Outlet::take,
                                       static_cast<void *>(outlet_.get())))
    {
    }

    /// Takes the next piece, which may end inside a character.
    void write(std::string_view piece)
    {
        outlet_->during([&] {
            detail::call(wimple_restorer_write, handle_.get(), session_, piece.data(), piece.size());
        });
    }

    /// Ends the text. The result has the report alone.
    Result end()
    {
        wimple_result *made = nullptr;
        outlet_->during([&] { detail::call(wimple_restorer_end, handle_.get(), session_, &made); });
        return Result(Result::Handle(made));
    }

private:
    using Handle = detail::Handle<wimple_restorer, wimple_restorer_free>;

    std::unique_ptr<detail::Outlet> outlet_;
    const wimple_session *session_ = nullptr;
    Handle handle_;
};

/// The ids of the catalogue, in its order. They never die.
inline std::vector<std::string_view> entities()
{
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < wimple_entity_count(); ++i) {
        all.push_back(detail::view(wimple_entity_id(i)));
    }
    return all;
}

/// What an entity type is.
inline Explanation explain_entity(std::string_view id)
{
    return Explanation(detail::make<Explanation::Handle>(wimple_entity_explain, id.data(), id.size()));
}

} // namespace wimple

#endif // WIMPLE_HPP
