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
use super::pairs::{KEYS, SECRETS, is_secret, pairs};
use crate::catalog::entry::REACH;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::is_word;

#[rustfmt::skip]
static SCHEMES: &[&str] = &[
    "postgres", "postgresql", "mysql", "mariadb", "mongodb", "redis", "rediss", "valkey", "amqp", "amqps", "mssql",
    "sqlserver", "oracle", "clickhouse", "cockroachdb", "snowflake", "couchbase", "cassandra", "bolt", "memcached",
    "nats", "kafka", "mqtt", "mqtts", "smtp", "smtps", "imap", "imaps",
];

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

/// How far behind `://` the password must end, in bytes.
const NEAR: usize = 256;
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
    // The part before the first slash, where a user and a password stand; of the rest only parameters count.
    let near = v.slice(host, host + NEAR);
    let delimiter = |b: &u8| {
        *b <= b' ' || matches!(b, b'/' | b'?' | b'#' | b';' | b'"' | b'<' | b'>') && !(thin && *b == b'/')
    };
    let authority = near.get(..near.iter().position(delimiter).unwrap_or(near.len()))?;
    let user = authority.iter().rposition(|&b| b == b'@').and_then(|sign| authority.get(..sign));
    let user = user.and_then(|user| {
        let colon = user.iter().position(|&b| b == if thin { b'/' } else { b':' })?;
        Some((user.get(..colon)?, user.get(colon + 1..)?))
    });
    let carries = match user {
        Some((name, password)) => is_secret(name, password),
        None => !thin && parameter(v, host + authority.len()),
    };
    carries.then(|| Found::new(start, url_end(v, host, REACH - 64)).cued())
}

/// Whether a parameter is a password, of a URL whose path starts at `path`: `?user=…&password=…`, `;password=…`.
fn parameter(v: View<'_>, path: usize) -> bool {
    let near = v.slice(path, path + NEAR / 2);
    let Some(query) = near.iter().position(|b| matches!(b, b'?' | b';' | 0..=b' ')) else { return false };
    let query = path + query + 1;
    // A pair without an equals sign is the end of the pairs.
    let mut pairs =
        v.slice(query, url_end(v, query, NEAR)).split(|b| matches!(b, b'&' | b';')).map_while(|pair| {
            let sign = pair.iter().position(|&b| b == b'=')?;
            Some((pair.get(..sign)?, pair.get(sign + 1..)?))
        });
    v.before(query) > b' ' && pairs.any(|(name, value)| SECRETS.holds(name) && is_secret(&[], value))
}

/// Where a URL ends: at a space, a quote or a bracket, less the punctuation of the sentence.
fn url_end(v: View<'_>, host: usize, most: usize) -> usize {
    let mut end = host;
    while end - host < most
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
