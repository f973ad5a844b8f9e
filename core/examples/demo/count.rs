//! Counts findings. In: the findings of each message. Out: a table by entity type, most frequent first.
use std::collections::BTreeMap;
use std::io::{self, Write};

use wimple::{CATALOG_VERSION, Category, EntityType, Findings};

use crate::paint::Paint;

/// What was found in all messages.
#[derive(Default)]
pub(crate) struct Counts {
    types: BTreeMap<EntityType, Row>,
    messages: usize,
    with_findings: usize,
    bytes: usize,
}

struct Row {
    category: Category,
    findings: usize,
    messages: usize,
    specimens: usize,
    /// The last message it was seen in, so that `messages` counts each once.
    last: usize,
}

impl Counts {
    /// Adds one message of `bytes` bytes.
    pub(crate) fn add(&mut self, findings: &Findings, bytes: usize) {
        self.messages += 1;
        self.bytes += bytes;
        self.with_findings += usize::from(!findings.is_empty());
        for finding in findings {
            let row = self.types.entry(finding.entity_type().clone()).or_insert(Row {
                category: finding.category(),
                findings: 0,
                messages: 0,
                specimens: 0,
                last: 0,
            });
            row.findings += 1;
            row.specimens += usize::from(finding.evidence().specimen());
            if row.last != self.messages {
                row.last = self.messages;
                row.messages += 1;
            }
        }
    }

    pub(crate) fn write(&self, out: &mut impl Write, paint: Paint) -> io::Result<()> {
        let head = format!(
            "{:<24} {:<14} {:>8} {:>9} {:>9}",
            "TYPE", "CATEGORY", "FINDINGS", "SPECIMENS", "MESSAGES"
        );
        if !self.types.is_empty() {
            writeln!(out, "{}", paint.strong(&head))?;
        }
        let mut rows: Vec<_> = self.types.iter().collect();
        // The sort keeps the order of names among equals.
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.findings));
        for (name, row) in &rows {
            writeln!(
                out,
                "{:<24} {:<14} {:>8} {:>9} {:>9}",
                name.name(),
                row.category.name(),
                row.findings,
                row.specimens,
                row.messages
            )?;
        }
        let findings: usize = rows.iter().map(|(_, row)| row.findings).sum();
        writeln!(
            out,
            "\n{findings} findings of {} types in {} of {} messages ({} bytes); catalogue {CATALOG_VERSION}",
            rows.len(),
            self.with_findings,
            self.messages,
            self.bytes
        )
    }
}
