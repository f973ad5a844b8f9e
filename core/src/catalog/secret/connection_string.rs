//! Connection string of a database, a queue or a storage account that carries its password or key.
//!
//! - A URL: `postgres://user:password@host/db`, also with a driver (`postgresql+psycopg2://`), behind `jdbc:`, and with
//!   the password as a parameter; `jdbc:oracle:thin:user/password@…`.
//! - Pairs: `Server=…;Database=…;User Id=…;Password=…` (ADO, ODBC, OLE DB), `AccountName=…;AccountKey=…` and
//!   `Endpoint=…;SharedAccessKey=…` (Azure), `host=… user=… password=…` (libpq).
//!
//! Without a password, or with one that is a placeholder, nothing is found. The whole string is one finding; what it
//! holds, a password above all, is found inside it. Addresses of web pages and mail servers with a user's name and
//! password are URLs.
use super::common::is_placeholder;
use crate::catalog::entry::REACH;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, skip_spaces};

#[rustfmt::skip]
static SCHEMES: &[&str] = &[
    "postgres", "postgresql", "mysql", "mariadb", "mongodb", "redis", "rediss", "valkey", "amqp", "amqps", "mssql",
    "sqlserver", "oracle", "clickhouse", "cockroachdb", "snowflake", "couchbase", "cassandra", "bolt", "memcached",
    "nats", "kafka", "mqtt", "mqtts", "smtp", "smtps", "imap", "imaps",
];

/// First words of pairs that such strings begin with. `Data Source` and `Initial Catalog` are found at their second
/// word, which is the rarer one.
#[rustfmt::skip]
static KEYS: &[&str] = &[
    "server", "source", "driver", "provider", "endpoint", "host", "hostname", "dsn", "uid", "catalog", "database",
    "dbname", "accountname", "defaultendpointsprotocol",
];

/// Names of the pair that is the secret, without their spaces.
static SECRETS: WordSet<32> = WordSet::of(&[
    "password pwd accountkey sharedaccesskey sharedsecret sharedaccesssignature accesskey secretkey clientsecret authkey",
]);

pub(super) static ENTRY: Entry = Entry::new("CONNECTION_STRING")
    .title("Connection string with a password")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(90)
    .anchors(&[(Anchor::Cue(SCHEMES), url), (Anchor::Cue(KEYS), pairs)])
    .holds_others()
    .finds(&[
        "postgres://app:s3same@db.example.com:5432/shop?sslmode=require",
        "MONGO_URL=\"<<mongodb+srv://bo:S3same-7@cluster0.example.net/test>>\"",
        "it is <<Server=tcp:db.example.com,1433;Database=shop;User ID=bo;Password=S3same#7;Encrypt=True;>> as I said",
        concat!(
            "<<DefaultEndpointsProtocol=https;AccountName=example;AccountKey=",
            "RVhBTVBMRTAxMjM0NTY3ODlFWEFNUExF", "MDEyMzQ1Njc4OQ==;EndpointSuffix=core.windows.net>>"
        ),
        "<<jdbc:mysql://db.example.com:3306/shop?user=bo&password=S3same7>>.",
        "psql \"<<host=db.example.com port=5432 dbname=shop user=bo password=S3same7>>\"",
    ])
    .skips(&[
        ("postgres://db.example.com:5432/shop", "no password"),
        ("postgres://user:password@localhost:5432/db", "the placeholder of every manual"),
        ("mysql://${DB_USER}:${DB_PASSWORD}@db/shop", "template variables"),
        ("Server=db.example.com;Database=shop;Trusted_Connection=True;", "no password"),
        ("Server=db;User Id=myUser;Password=<password>;", "a placeholder"),
        ("the server is down and the database = slow", "prose"),
    ])
    .sources(&[
        "RFC 3986, section 3.2.1 (user information)",
        "PostgreSQL Documentation, \"Connection Strings\"; MongoDB Manual, \"Connection Strings\"",
        "Microsoft, \"Connection String Syntax\" (ADO.NET); Azure Storage, \"Configure connection strings\"",
    ]);

/// A scheme: `postgres`, `mongodb`.
fn url(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let mut at = probe.end;
    if v.at(at) == b'+' {
        at += 1 + v.slice(at + 1, at + 17).iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    }
    if v.at(at) != b':' {
        return None;
    }
    let jdbc = is_word(v.slice(probe.at.saturating_sub(5), probe.at), "jdbc:");
    let start = if jdbc { probe.at - 5 } else { probe.at };
    if is_wordy(v.before(start)) {
        return None;
    }
    let thin = jdbc && v.slice(at, at + 6) == b":thin:";
    let host = match v.slice(at, at + 3) {
        b"://" => at + 3,
        _ if thin => at + 6,
        _ => return None,
    };
    let end = url_end(v, host);
    let rest = v.slice(host, end);
    let authority = rest.iter().position(|b| matches!(b, b'/' | b'?' | b'#') && !thin).unwrap_or(rest.len());
    let user = rest.get(..authority)?.iter().rposition(|&b| b == b'@').and_then(|sign| rest.get(..sign));
    let user = user.and_then(|user| {
        let colon = user.iter().position(|&b| b == if thin { b'/' } else { b':' })?;
        Some((user.get(..colon)?, user.get(colon + 1..)?))
    });
    let carries = match user {
        Some((name, password)) => is_secret(name, password),
        None => parameter(rest),
    };
    carries.then(|| Found::new(start, end).cued())
}

/// Whether a parameter of a URL is a password: `?user=…&password=…`, `;password=…`.
fn parameter(rest: &[u8]) -> bool {
    rest.split(|b| matches!(b, b'?' | b'&' | b';')).skip(1).any(|pair| {
        let Some(sign) = pair.iter().position(|&b| b == b'=') else { return false };
        let (name, value) = (pair.get(..sign).unwrap_or(&[]), pair.get(sign + 1..).unwrap_or(&[]));
        SECRETS.holds(name) && is_secret(&[], value)
    })
}

/// Whether a password is one: no placeholder, and not the words that manuals put there.
fn is_secret(name: &[u8], password: &[u8]) -> bool {
    static WORDS: WordSet<32> = WordSet::of(&["pass pwd password passwd secret yourpassword mypassword"]);
    static NAMES: WordSet<8> = WordSet::of(&["user username"]);
    let manual = WORDS.holds(password) || NAMES.holds(name) && is_word(password, "pw");
    !password.is_empty() && !is_placeholder(password) && !manual
}

/// Where a URL ends: at a space, a quote or a bracket, less the punctuation of the sentence.
fn url_end(v: View<'_>, host: usize) -> usize {
    let mut end = host;
    while end - host < REACH - 64
        && !matches!(v.at(end), 0..=b' ' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'\\' | 0x7F)
    {
        end += 1;
    }
    while end > host
        && (v.at(end) & 0xC0 == 0x80
            || matches!(v.before(end), b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'}'))
    {
        end -= 1;
    }
    end
}

/// Pairs that begin with a known name: `Server=…;…`, `host=… …`.
fn pairs(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let sign = skip_spaces(v, probe.end, 1);
    if v.at(sign) != b'=' || v.at(sign + 1) == b'=' {
        return None;
    }
    let start = first_word(v, probe.at);
    if is_wordy(v.before(start)) || matches!(v.before(start), b'-' | b'.' | b'/' | b'?' | b'&') {
        return None;
    }
    let (mut at, mut end, mut count, mut secret) = (sign, sign, 1, false);
    let mut name = (probe.at, probe.end);
    // Pairs end with a semicolon, or with a space where the first one does (libpq).
    let mut spaced = None;
    loop {
        let value = at + 1;
        let stop = value_end(v, value, start + REACH - 8, spaced)?;
        secret |=
            is_name_of_secret(v.slice(name.0, name.1)) && is_secret(&[], v.slice(value, stop).trim_ascii());
        let closed = v.at(stop) == b';';
        spaced = spaced.or(Some(!closed));
        end = if closed { stop + 1 } else { stop.max(end) };
        let next = skip_spaces(v, if closed { stop + 1 } else { stop }, 4);
        let Some(equals) = name_end(v, next, closed) else { break };
        name = (next, equals);
        at = equals;
        count += 1;
    }
    (count >= 2 && secret && end > start).then(|| Found::new(start, end).cued())
}

/// `Data Source`, `Initial Catalog`: where a name of two words starts whose second word stands at `at`.
fn first_word(v: View<'_>, at: usize) -> usize {
    for first in ["data ", "initial "] {
        let from = at.saturating_sub(first.len());
        if is_word(v.slice(from, at), first) {
            return from;
        }
    }
    at
}

/// Where the name at `at` ends, if a name and an equals sign stand there; it may hold spaces where a semicolon came
/// before it.
fn name_end(v: View<'_>, at: usize, spaces: bool) -> Option<usize> {
    let part = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || spaces && b == b' ';
    let name = v.slice(at, at + 40).iter().take_while(|&&b| part(b)).count();
    (v.at(at).is_ascii_alphabetic() && v.at(at + name) == b'=' && v.at(at + name + 1) != b'=')
        .then_some(at + name)
}

/// Whether the name, its spaces aside, is that of a password or key.
fn is_name_of_secret(name: &[u8]) -> bool {
    let mut plain = [0u8; 40];
    let mut length = 0;
    for &b in name.iter().filter(|b| **b != b' ' && **b != b'_') {
        let Some(place) = plain.get_mut(length) else { return false };
        *place = b;
        length += 1;
    }
    plain.get(..length).is_some_and(|name| SECRETS.holds(name))
}

/// Where the value at `at` ends: at `;`, a line's end or the quote around all; at a space, too, where pairs are
/// `spaced` or no semicolon follows. `None` where it goes on beyond `limit`.
fn value_end(v: View<'_>, at: usize, limit: usize, spaced: Option<bool>) -> Option<usize> {
    let close = match v.at(at) {
        b'{' => Some(b'}'),
        b @ (b'"' | b'\'') => Some(b),
        _ => None,
    };
    let mut end = at + usize::from(close.is_some());
    if let Some(close) = close {
        while v.at(end) != close {
            if end >= limit || v.at(end) < b' ' {
                return None;
            }
            end += 1;
        }
        return Some(end + 1);
    }
    let mut space = None;
    while !matches!(v.at(end), b';' | 0..b' ' | b'"' | b'\'' | b'`' | b'<' | b'>') {
        if v.at(end) == b' ' && space.is_none() {
            space = Some(end);
            if spaced == Some(true) {
                break;
            }
        }
        if end >= limit {
            return None;
        }
        end += 1;
    }
    // `<password>` stands for a value.
    if v.at(end) == b'<' && end == at {
        end += v.slice(at, at + 40).iter().position(|&b| b == b'>')? + 1;
    }
    let closed = v.at(end) == b';'
        && (spaced.is_some() || space.is_none() || name_end(v, skip_spaces(v, end + 1, 4), true).is_some());
    let stop = if closed { end } else { space.unwrap_or(end) };
    let mut stop = stop;
    while !closed && stop > at && matches!(v.before(stop), b'.' | b',' | b')' | b'?' | b'!') {
        stop -= 1;
    }
    while stop > at && v.at(stop) & 0xC0 == 0x80 {
        stop -= 1;
    }
    Some(stop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn other_spellings() {
        for text in [
            "<<redis://:s3same@cache.example.com:6379/0>>, please",
            "<<postgresql+psycopg2://bo:p%40ss7@db/shop>>",
            "<<mongodb://bo:p@ss7@a.example.com:27017,b.example.com:27017/shop>>",
            "<<jdbc:oracle:thin:scott/t1ger@//db.example.com:1521/shop>>",
            "<<jdbc:sqlserver://db.example.com:1433;databaseName=shop;user=bo;password=S3same7>>",
            "<<Data Source=db.example.com;Initial Catalog=shop;User Id=bo;Password=S3same7>>",
            "<<Driver={ODBC Driver 17 for SQL Server};Server=db;Uid=bo;Pwd=S3same7;>>",
            "\"<<Endpoint=sb://example.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=RVhBTVBMRTEyMw==>>\"",
            "conn = '<<Server=db;Database=shop;Uid=bo;Pwd=S3same7;>>';",
        ] {
            finds(&ENTRY, cues, text);
        }
        for text in [
            "postgres: the password is in the vault",
            "mysql://USER:PASSWORD@HOST/DB",
            "jdbc:postgresql://db/shop?user=bo&password=",
            "server=db1",
            "Server=db;Password=****;Database=shop",
            "host = down; password = unknown",
        ] {
            skips(&ENTRY, cues, text, "no password");
        }
    }

    #[test]
    fn a_password_is_found_inside() {
        let text = "use postgres://app:s3same@db.example.com:5432/shop now";
        let names: Vec<String> =
            crate::analyze(text).unwrap().iter().map(|f| f.entity_type().name().into()).collect();
        assert_eq!(names, ["CONNECTION_STRING", "PASSWORD"]);
    }
}
