//! Australia: number, name, type; city, state and four digits.
use super::{addresses, none};

#[test]
fn australian_addresses() {
    addresses(&[
        "<<12 George Street, Sydney NSW 2000>>",
        "I live at <<5/12 George St, Sydney NSW 2000>>.",
        "<<Unit 5/12 George St, Sydney NSW 2000>>",
        "<<Unit 3, 45 Smith Street, Fitzroy VIC 3065>>",
        "<<Level 3, 100 Collins Street, Melbourne VIC 3000>>",
        "<<88 Queen St, Brisbane QLD 4000>>",
        "<<7 hay street, perth wa 6000>>",
        "<<20 Rundle Mall, Adelaide SA 5000>>",
        "<<1 Parliament Dr, Canberra ACT 2600>>",
        "<<14 Salamanca Place, Hobart TAS 7000>>",
        "<<33 Mitchell St, Darwin NT 0800>>",
        "<<9 Beach Road\nBondi NSW 2026>>",
        "<<62 Pacific Highway, North Sydney, NSW 2060>>",
        "<<4 wattle ave, geelong vic 3220>> please",
        "<<18 Esplanade Rd, Cairns QLD 4870, Australia>>",
        "<<101A High Street, Kew, Victoria 3101>>",
        "<<25 Banksia Crescent, Toowoomba QLD 4350>>",
        "<<6 Jacaranda Close, Newcastle NSW 2300>>",
        "<<77 Swan Parade, Fremantle WA 6160>>",
        "<<350 Elizabeth Street, Melbourne 3000>>",
        "<<PO Box 123, Parramatta NSW 2150>>",
        "<<GPO Box 9, Sydney NSW 2001>>",
        "<<Locked Bag 40, Bendigo VIC 3550>>",
        "ship it to <<2 Koala Ct, Ballarat VIC 3350>>",
        "my new address is <<15 banana lane, lismore nsw 2480>>",
        "<<Shop 4, 50 Chapel St, Prahran VIC 3181>>",
        "<<11 Ocean View Terrace, Wollongong, New South Wales 2500>>",
    ]);
}

#[test]
fn no_australian_addresses() {
    none(&[
        "SA 5000 points",
        "act 2024 of parliament",
        "sydney 2000 olympics",
        "WA 200 units",
        "5/12 of the order",
        "NSW 9999",
        "in vic 3 of us",
        "unit 5 is broken",
        "level 3 support",
        "lot 12 of 20",
    ]);
}
