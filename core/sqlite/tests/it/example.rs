//! The example does what it says.
use super::*;

#[test]
fn a_helpdesk_forgets_a_customer() {
    // Beside `deps`, where this program is. Who builds the tests alone builds no examples.
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("examples").join("forget_customer");
    if !program.exists() {
        return;
    }
    let ended = Command::new(program).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let said = String::from_utf8(ended.stdout).unwrap();
    let (before, after) = said.split_once("asks to be forgotten").unwrap();
    let seen = before.split_once("What an agent sees:").unwrap().1;
    assert!(seen.contains("bo@example.com") && seen.contains("al@example.com"), "{said}");
    assert!(!after.contains("bo@example.com") && !after.contains("4111 1111"), "{said}");
    assert!(after.contains("al@example.com") && after.contains("of this keyset: true"), "{said}");
    assert!(
        after.contains("the backup: vault: the keyset has not") && after.contains("the vault: well"),
        "{said}"
    );
}
