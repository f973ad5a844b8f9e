//! A script and a size go in; support messages in that script come out, the same ones every time.
use crate::random::Random;
use crate::values::value;

/// Name of a corpus, and its templates: `values.rs` knows what goes into the braces.
const CORPORA: &[(&str, &[&str])] = &[
    (
        "russian",
        &[
            "Здравствуйте, мой заказ {order} от {date} всё ещё не отправлен. Когда его ждать?",
            "Курьер приходил в {time}, но никто не позвонил, посылка {tracking} вернулась на склад.",
            "С карты списали {price} два раза, хотя в корзине была только одна сумма. Верните деньги, пожалуйста.",
            "Не открывается приложение, пишет ошибку {error}. Телефон перезагружал {n} раза, не помогло.",
            "Подскажите, есть ли {product} в наличии? Жду уже {n} дней, обещали до {date}.",
            "Спасибо большое за помощь, всё заработало. Хорошего вам дня!",
        ],
    ),
    (
        "greek",
        &[
            "Καλησπέρα, η παραγγελία {order} της {date} δεν έχει φύγει ακόμα από την αποθήκη. Πότε θα έρθει;",
            "Μου χρεώσατε {price} δύο φορές, ενώ το καλάθι είχε μόνο ένα προϊόν. Θέλω τα χρήματά μου πίσω.",
            "Η εφαρμογή βγάζει το σφάλμα {error} κάθε φορά που την ανοίγω. Έκανα επανεκκίνηση {n} φορές.",
            "Το δέμα {tracking} έπρεπε να έρθει στις {time}, αλλά δεν χτύπησε κανείς το κουδούνι.",
            "Ευχαριστώ πολύ για τη βοήθεια, όλα λειτουργούν τώρα. Καλή συνέχεια!",
        ],
    ),
    (
        "chinese",
        &[
            "你好，我在{date}下的订单{order}到现在还没有发货，请问什么时候可以收到？",
            "快递单号{tracking}显示已经签收，但是我根本没有收到，麻烦帮我查一下。",
            "我的账户被扣了两次款，金额是{price}，可是购物车里只有一件商品，请退款。",
            "打开应用的时候总是出现错误{error}，我已经重启了{n}次手机，还是不行。",
            "请问{product}什么时候有货？我已经等了{n}天了。",
            "非常感谢您的帮助，问题已经解决了，祝您生活愉快！",
        ],
    ),
    (
        "arabic",
        &[
            "مرحبا، طلبي رقم {order} بتاريخ {date} لم يصل بعد. متى سيتم شحنه؟",
            "تم خصم المبلغ {price} مرتين من حسابي مع أن السلة كانت تحتوي على منتج واحد فقط.",
            "التطبيق يظهر الخطأ {error} في كل مرة أفتحه، وقد أعدت تشغيل الهاتف {n} مرات.",
            "الشحنة {tracking} كان من المفترض أن تصل الساعة {time} ولكن لم يتصل بي أحد.",
            "شكرا جزيلا على المساعدة، كل شيء يعمل الآن بشكل جيد.",
        ],
    ),
    (
        "french",
        &[
            "Bonjour, ma commande {order} passée le {date} n’a toujours pas été expédiée. C’est prévu pour quand ?",
            "J’ai été débité deux fois de {price}, alors que le panier ne contenait qu’un seul article à régler.",
            "L’application affiche l’erreur {error} dès que je l’ouvre, j’ai déjà redémarré {n} fois, ça ne change rien.",
            "Le colis {tracking} devait arriver à {time}, mais personne n’a sonné et la boîte est restée vide.",
            "Merci beaucoup, tout est rentré dans l’ordre. Très bonne soirée à vous !",
        ],
    ),
    (
        "japanese",
        &[
            "お世話になっております。{date}に注文した{order}がまだ届きません。いつ発送されますか？",
            "荷物番号{tracking}は配達済みになっていますが、受け取っていません。確認をお願いします。",
            "カードから{price}が二回引き落とされました。返金していただけますか？",
            "アプリを開くとエラー{error}が出ます。スマートフォンを{n}回再起動しましたが直りません。",
            "ご対応ありがとうございました。無事に解決しました。",
        ],
    ),
];

/// At least `bytes` of messages of the corpus `name`; nothing where there is none of that name.
///
/// ```
/// let messages = wimple_benches::foreign("greek", 10_000).unwrap();
/// assert!(messages.iter().map(String::len).sum::<usize>() >= 10_000);
/// ```
pub fn foreign(name: &str, bytes: usize) -> Option<Vec<String>> {
    let (_, templates) = CORPORA.iter().find(|(known, _)| *known == name)?;
    let r = &mut Random::new(11);
    let (mut messages, mut size) = (Vec::new(), 0);
    while size < bytes {
        let mut text = String::new();
        let mut rest = r.pick(templates);
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, tail) = after.split_once('}').expect("a slot ends");
            text.push_str(before);
            text.push_str(&value(slot, r));
            rest = tail;
        }
        text.push_str(rest);
        size += text.len();
        messages.push(text);
    }
    Some(messages)
}
