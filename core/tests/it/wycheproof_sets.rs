//! Project Wycheproof's vectors against the primitives as this crate has them: what is valid matches, what is invalid is
//! refused. They take long and run where `WIMPLE_FULL` is set.
use aes::{Aes128, Aes192, Aes256};
use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes128GcmSiv, Aes256GcmSiv, Nonce};
use aes_siv::siv::{Aes128Siv, Aes256Siv};
use fpe::ff1::{FF1, FlexibleNumeralString};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use wycheproof::{aead, fpe_list, hkdf as kdf, mac};

fn asked_for() -> bool {
    std::env::var_os("WIMPLE_FULL").is_some()
}

#[test]
fn hmac_sha_256() {
    if !asked_for() {
        return;
    }
    let (mut valid, mut invalid) = (0, 0);
    for group in mac::TestSet::load(mac::TestName::HmacSha256).unwrap().test_groups {
        for test in group.tests {
            let computed = Hmac::<Sha256>::new_from_slice(&test.key).unwrap().chain_update(&test.msg[..]);
            let right = computed.verify_truncated_left(&test.tag).is_ok();
            assert_eq!(right, !test.result.must_fail(), "{}", test.tc_id);
            if right { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(valid > 50 && invalid > 50, "{valid} {invalid}");
}

#[test]
fn hkdf_sha_256() {
    if !asked_for() {
        return;
    }
    let (mut valid, mut invalid) = (0, 0);
    for group in kdf::TestSet::load(kdf::TestName::HkdfSha256).unwrap().test_groups {
        for test in group.tests {
            let mut out = vec![0; test.size];
            let made = Hkdf::<Sha256>::new(Some(&test.salt), &test.ikm).expand(&test.info, &mut out);
            assert_eq!(made.is_ok(), !test.result.must_fail(), "{}", test.tc_id);
            if made.is_ok() {
                assert_eq!(out, test.okm[..], "{}", test.tc_id);
                valid += 1;
            } else {
                invalid += 1;
            }
        }
    }
    assert!(valid > 50 && invalid > 0, "{valid} {invalid}");
}

#[test]
fn aes_gcm_siv() {
    if !asked_for() {
        return;
    }
    let (mut valid, mut invalid) = (0, 0);
    for group in aead::TestSet::load(aead::TestName::AesGcmSiv).unwrap().test_groups {
        for test in group.tests {
            let sealed = [&test.ct[..], &test.tag].concat();
            // A nonce of another length is one that the crate's types do not take.
            let Ok(nonce) = <[u8; 12]>::try_from(&test.nonce[..]).map(Nonce::from) else {
                assert!(test.result.must_fail(), "{}", test.tc_id);
                continue;
            };
            let payload = Payload { msg: &sealed, aad: &test.aad };
            let plain = Payload { msg: &test.pt, aad: &test.aad };
            let (opened, again) = match group.key_size {
                128 => {
                    let cipher = Aes128GcmSiv::new_from_slice(&test.key).unwrap();
                    (cipher.decrypt(&nonce, payload), cipher.encrypt(&nonce, plain))
                }
                256 => {
                    let cipher = Aes256GcmSiv::new_from_slice(&test.key).unwrap();
                    (cipher.decrypt(&nonce, payload), cipher.encrypt(&nonce, plain))
                }
                other => panic!("a key of {other} bits"),
            };
            assert_eq!(opened.is_ok(), !test.result.must_fail(), "{}", test.tc_id);
            if let Ok(opened) = opened {
                assert_eq!((opened, again.unwrap()), (test.pt.to_vec(), sealed), "{}", test.tc_id);
                valid += 1;
            } else {
                invalid += 1;
            }
        }
    }
    assert!(valid > 130 && invalid > 60, "{valid} {invalid}");
}

#[test]
fn aes_siv_cmac() {
    if !asked_for() {
        return;
    }
    let (mut valid, mut invalid) = (0, 0);
    for group in aead::TestSet::load(aead::TestName::AesSivCmac).unwrap().test_groups {
        for test in group.tests {
            // RFC 5297, section 3: the nonce is the last element before the text; the tag stands in front.
            let sealed = [&test.tag[..], &test.ct].concat();
            let elements: Vec<&[u8]> =
                if test.nonce.is_empty() { vec![&test.aad] } else { vec![&test.aad, &test.nonce] };
            let (opened, again) = match group.key_size {
                256 => {
                    let siv = || Aes128Siv::new_from_slice(&test.key).unwrap();
                    (siv().decrypt(&elements, &sealed), siv().encrypt(&elements, &test.pt))
                }
                512 => {
                    let siv = || Aes256Siv::new_from_slice(&test.key).unwrap();
                    (siv().decrypt(&elements, &sealed), siv().encrypt(&elements, &test.pt))
                }
                // AES-192 is not used, and the crate does not have it.
                _ => continue,
            };
            assert_eq!(opened.is_ok(), !test.result.must_fail(), "{}", test.tc_id);
            if let Ok(opened) = opened {
                assert_eq!((opened, again.unwrap()), (test.pt.to_vec(), sealed), "{}", test.tc_id);
                valid += 1;
            } else {
                invalid += 1;
            }
        }
    }
    assert!(valid > 150 && invalid > 100, "{valid} {invalid}");
}

/// FF1 over the alphabets of SP 800-38G's examples. Of what is valid, that with a domain below a million is refused, as
/// the second draft of Rev. 1 asks.
#[test]
fn ff1() {
    use fpe_list::TestName::{AesFf1Radix10, AesFf1Radix16, AesFf1Radix26, AesFf1Radix36, AesFf1Radix62};
    if !asked_for() {
        return;
    }
    let (mut valid, mut invalid, mut small) = (0, 0, 0);
    for name in [AesFf1Radix10, AesFf1Radix16, AesFf1Radix26, AesFf1Radix36, AesFf1Radix62] {
        for group in fpe_list::TestSet::load(name).unwrap().test_groups {
            for test in group.tests {
                // A negative numeral does not fit the crate's type, which is a refusal.
                let open: Option<Vec<u16>> = test.pt.iter().map(|n| u16::try_from(*n).ok()).collect();
                let closed: Vec<u16> = test.ct.iter().map(|n| u16::try_from(*n).unwrap()).collect();
                let radix = u32::try_from(group.radix).unwrap();
                let made = open.and_then(|open| {
                    let (there, back) = match test.key.len() {
                        16 => both::<Aes128>(&test.key, radix, &test.tweak, &open, &closed)?,
                        24 => both::<Aes192>(&test.key, radix, &test.tweak, &open, &closed)?,
                        32 => both::<Aes256>(&test.key, radix, &test.tweak, &open, &closed)?,
                        _ => return None,
                    };
                    assert_eq!(back, open, "{}", test.tc_id);
                    Some(there)
                });
                let domain = f64::from(radix).powi(i32::try_from(test.pt.len()).unwrap());
                match made {
                    Some(made) => {
                        assert!(!test.result.must_fail(), "{}", test.tc_id);
                        assert_eq!(made, closed, "{}", test.tc_id);
                        valid += 1;
                    }
                    None if test.result.must_fail() => invalid += 1,
                    None => {
                        assert!(domain < 1e6, "{}: {domain}", test.tc_id);
                        small += 1;
                    }
                }
            }
        }
    }
    assert!(valid > 1000 && invalid > 100, "{valid} {invalid} {small}");
}

/// There and back; `None` where it is refused.
fn both<C>(key: &[u8], radix: u32, tweak: &[u8], open: &[u16], closed: &[u16]) -> Option<(Vec<u16>, Vec<u16>)>
where
    C: aes::cipher::BlockCipherEncrypt + KeyInit + Clone,
{
    let cipher = FF1::<C>::new(key, radix).ok()?;
    let there = cipher.encrypt(tweak, &FlexibleNumeralString::from(open.to_vec())).ok()?;
    let back = cipher.decrypt(tweak, &FlexibleNumeralString::from(closed.to_vec())).ok()?;
    Some((there.into(), back.into()))
}
