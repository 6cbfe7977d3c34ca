/// Learned weights of ``BoundaryModel``, written by `standpoint-bench train-sentences`; its text form is described
/// there. From UD English EWT (CC BY-SA 4.0) and GUM (annotations CC BY 4.0), train parts, without the documents that
/// measure.
enum BoundaryWeights {
  static let table = """
    0001n03_Qk08;_30<7V40??J30@HQp0B1Ip0JZR20Kd:30LAg70O]Yp0Qabp0Zg:50_69j0_H1n0b]Z60bc620f0B60gQk50iFUh0l<Ep0lCYj
    14gk91>MIo1?>nm1@R671P`V41QmE_1XHo91^;Z<1^Qbp1^[9^1aMo;1b29p1gIQp1hEAp1ioc:1lP>11p9g6271Qp289g52>OF:2@>>42@Qc3
    2Ddg12IOcJ2KhEp2QY1j2Ql9e2S7:12[3V:2^2Up2c<jp2ci612e8:12eOQl2mbF334Sc734io936PAp3B^jj3Cj653D=nj3GZg23MPZB3P59p
    3RnIp3TCo93h`Up3o9^j3okVN473F14KOjn4Rog>4Y16<4YZbe4[UB14i[jp52Cbn56Kg15?BR=5@]235Ffbp5G@^k5GX::5H0255TiJ75`gAm
    5cNEp5cSMn5d^R75gWbl5hQk55kc235pZfk65R5l675Ap6;]np6=I^o6?c^o6@E216JW_96N5Up6QZfp6SRZ?6YU5p6]<J66fmAp6g[R4704El
    73EN17<_5p7?;:27A;gF7ATfn7DMB47I0Up7L9237QZB67SYfk7S^Z>7UTYp7Ujg17Z<Up7kAMd7mcQa7oWV17poN=81K^m83jg788:Ep88:_2
    8:3Qp8<C=G8DNk18Fg:88H;Eg8WRN<8W[:68[E5l8^@B18d1fp8l0_28oOAp8p7bp9:b679<^R:9EWJ39HI1p9UVYe9VW229]^N19^n9p9`obp
    9aYEp9dLIp9iWk49mAYn9o?B;9oQJ3:1aUp:2L5o:80=p:9`Ep:;Xo1:<gN4:AW5m:C^B4:JcEf:Lg9p:O5N6:_T=p;0hN8;4kEp;B>np;Do>5
    ;L9Mm;W9^h;Wm>=;XlMp;]Co1;`JAp;cXk5;fNZ;;g^bi;pKk6<67R><6oQp<=LIk<=VMp<F3fp<FFo@<Feg1<IUg5<O:9p<S;Yn<V^=p<X3k4
    <]LN4<b]k@<e==p<i;Z2<i@VA<kMB8<mUB9=0?Ap=3_N9=<H24=<gk7=@h9k=DWV<=Dg=p=Gnjp=J<bo=KbR6=V]=p=YoIl=`1^e=cbB7=e2J2
    =jNB<>4LYg>:QB@>@1Mk>SE^p>Zdnp>_<_:>`Dk?>aoUo>pEk6?5@63?7]Yp?8:_2?9QUp?B1^p?B`Ul?DQI[?FVk1?Jlfp?OkMp?S@Ep?f`jo
    ?gco1?jAUo?kH_1?l6np@4:np@4L1j@7<bj@9IJ8@:n64@<eQf@=]Up@@5^d@DbQp@Eno6@MON7@ROJ1@[Po>@b>AjA4DApA<ijhAHhF1A]0Up
    Aaa^pAcVIpAeJ9hAgbEpAhGnoAj9c1AmAboApSN1B>J9pB?`fnB@_EpBAWk7BBZV2BM=UpBNS1pBQO_;BRVEpB[h><B]<V6B`WbmBlkEpBmRIp
    BnhEpC0b1pC2=IpC5BIpC7`R:C;dQiC>6npC>9B1C?<21CBjZ6CDZV5CGFR1CHcnnCU`o1CWifpCX0J2CXG=pC]BkHC_?1pCaYUpCbVAoCc662
    CcMo6Ce1Z4Cl9_RCo[bpD1Ec6D34Z1D4;>@D6GR7D7E^hD7X62D8bo1D:[5pD;C5gDLXk1DLh_3DON:IDPO_4DQTYpDTAUoDUSAnDVgN9DZP=p
    DZjfoD`?:9Dfjc^DmgB;E65nnE7624E8R9pE?m9nEEk1pEIKEpENRApEPnfoEQe_6ESo>JETAJ5EUMo8EVd>5E_bEpE`DcDEa[9nEdijmEiB62
    EiOjiF2AV4F=?EpF=KR<F>5BQF>Lc<F?TQfFCoEpFDl5kFGG_;FIMF5FRTYpFSS24FTKngFVH_:F[N9pF]2jnFe@N7FjLfpFmR^oFnCMlG2PR1
    G7G=pGBNV4GJak2GJoo4GOAR1GRcV3GSO^pGVI:4G]5o2G^?c4GabYhGbMYmGd?k3H;Dg5HEOB2HEXEpHW=9hHgCZ8HhkV5HiMfnHlD>5I5p:B
    I7G67I7Y=pI88^lI8Nc2I94k3IMffpIS8UpIYDbnIZ2MmIfNn_IfVV>IkK_4J0hIpJ1Mg9J2mk5J5C^pJ5_EpJ@B^_JEVZ2JGOF4JH0npJNYMm
    JRl29JTAk2JUf1pJW7g7J_OIpJgHQ^JjVAoJo522K2LR9KCjZ5KDIZ:KFHQpKFVF4KJ_N<KNaZ2KUF5gKWLIoKXg5fKZS=gKZV5pK_T61KdR_2
    KjoMnL3bUgL9QYpL>;N1LD`o8LGe_1LPE>3LV_o1L]9npLd=J8Lgl5pLnpFBM59UpM74NRM;g>1M<I21M<Z_6M=W>1MH;63MLYZ8MUH5lMY9k=
    M_C^nM`]B2MajNlMbWc;MiJ:2MmC9pMm_gCN3B:9N?;ZFNJSUpNK>1iNLNEpNX61UNYH=hNa2c3NgOApNk05pNkEYpNkj5pO08Z6O0<fpO1c1p
    O5==lO5B^pO6EU`O=FblOAhU^OB6V1OHAg1OKmIlORl>3OU7IpOXMN1OZE61O^cB2ObZUpObnoVOd[1nOj:2BOkQ6:OmKMpP2nc4P<kEpPD4B=
    PJSYkPV==mPW2c1PZWk<P`9Z6PbEjiPcaEpPhPV2Pk2o:PlC_3PnHEnQ6IYpQ9W_:Q:AYpQ;@29Q;A1gQQ4B3QSRbnQWCBNQYOo7QZ:g1Q]W>4
    Qe5R3Qf]bpQk[_DQm1QpQmhAgQoYIpR4:fjR9jYpR;D_2R;h5oR;nfmRA7>;RAZg1RBNN=RFXg2RHEA`RLag9RN_N1ROh=pRP>YiRV=jpRVD5p
    RX>g2RYD>2R]<1gR]k_1R^QV6Rm9N1RnlR9S6DV1S>6UpS@9cBSJ8R8SJ_k9SLH>?SLKg2SMDQpSO`Z7SPD_1SRnUpSTD:1SYhk7S[3nmSa79p
    Sd[jpSi;>7SmTbpT2Gk1T?OjgTC`R=TD1B2TF0EpTLJYpTNDZ6TV=N1TXO>5TXj:1TYl:?T[<c5T_iYmTdZY^TjeIpTk]UlU3o>1U4oEmU5=JC
    U9c5oU;CQpU<eN4U=4UfUAl1dUGQk1UG_ApUGo=kUHT>5UIe_1URdnlUW`_2UhfMnUkLIhUlZQnV0aB?V;E61V?iNKV@jYpVAUJ2VBO65VIKN5
    VIjAmVJe^pVPUk4VYIk5VZp_3V`dk3VlNApVpJV8W2aN6W2d=pW3b2AW:jo5WKV=pW^8=lW_621WbX^pWg7IpWiQJ>Wpo>4X4dQkX8eJ1X9d^m
    X>Q6:XRW1hXUBIoXW7AZXa5R1XggZ7XoQbiXppYoY3?68Y:Bo?Y<bAoY?GImYEEIpYG:N<YN;F7YTFfbYU3:2YY0B1Y_GQpY_gEpYaYJ4Yc3J=
    YeSfnYg?QkYiQZ1YjdYpYp?QpZ1O=eZ1dIpZAGc:ZAHfpZAaQcZD1MdZWMEmZiP_1Zig1oZkanpZn9^nZpE5kZp]B9[05Up[0^9o[0k21[1dR5
    [5pbk[9YN1[;p_7[<^c3[C5Af[D2c1[E0J:[OBZ3[PCRB[Q8F1[UI_5[WE:1[YN29[]O=b[acR>[jPV1]1Og6]3Ko1]4_9d]6fUm]85np]@l1k
    ]DD66]NnI^]S`Ep]Tbnk]YH_1]Z^Yp]Znfp]edBC]o]c1^3`Mp^5Ojp^7EUp^7XJ9^;ZcC^;gAp^=4_:^=j:5^EaV5^G8Uo^RoJ1^W_:1^YdR5
    ^kQIm^lQF6_0V24_52Ej_799p_99np_:DZ9_;FEo_Ea^p_T1Ap_W=c5_Wf_:_[@5p__M=b_`JUl_b05p_m328_pAN1`3^o1`4p^n`5_c8`6P>@
    `?061`BhQl`E9:8`EO21`MD=p`RIUb``N:1`foIp`m>If`n]bo`n`N1a0>Yia2HEpa5^Uoa;1Ypa>ajpaA3npaLM:1aMQR1aNAYna[P_3aa<=Z
    acUB6akXYpaoSR1apCAnapYUpb0d9jb96J5b9nYpb;Lc=b;OElbMYc2bPcF6bQN21bUcYabZhApbai64bgJ:2bigApbn[9pc2XApc4BbIc;R5n
    c>N:8c@Zk8cA7UkcB;^lcGTUpcIa9pcKfnpcLng2cMbnncQ56:cQio?cT`61cUFB4cUVN1c]hAbc_[k4c`P9Ncg=>=cj0V3co>Iid1WV1d1Xo1
    d7Ug3d87k:dAbbhdCBcNdCYR3dDZEpdDZk5dJ8YldN@k1dXJZ6d]921dadQndeCIpdh>^pdoVUpe7Tnoe;f:Pe<65me=3Ake>lEpeF827eF9F<
    eI4EpeJ]N1eKX1meUH_5ehn5nej9bnejKUjeoiQpf3Ubkf8W_:f<<Ipf>R_5fEKo4fWEYofYPVIf_^9afbaJ:fo`9ig2pR3g6Xk9g79N1g8k>1
    g@Hc1gBcMngBnB1gD2gBgD4ApgFVk1gG`o1gIN>2gNl64gOmfpgR[jXgSWN@gTaZ>gUZIpgY<joge6_2geBjph5]J2hBhbphDZfmhU7V7hYR1p
    h]DZ1he[g1hf@IphnW21hphJ1i0h>3i32Upi5R^pi=b=li@]o:iC[bjiD0MpiH==giKb^liNXjpi^Hnpibj1pic6AiigC22igNjmiieo;io<J6
    j0K5pj0Sg1j1@JWj8[Ypj=15pjAh^ljDaAijENo4jM?=ljNfbojTkkAjVkR;jWB:2j]mQljaWjdjad5ojbIV1jh]fpk0O1pk1MMgk:lc1kAHZ;
    kGP23kLIEpkU7bpkVc>?kYoN=kZ1:1kZD1nk_5fpk`m_9kaS2Dkf>_7komjll3E61lFVB3lL;V1lRbZ2lSH=glV^V1lZMEglZcFDl[inpl]`R6
    laKUjlbWnpld7Z1lh067ljZUplpUc:m6YEjm7^N1m>N:2mFWAimLek1mPFfpm]f61maJIpmaMV1mehfnmh[R1mjJ_9n?gjpn?iZAnB<F2nE:Ap
    nKDUgnLe>1nOjV5nPfnpnQ1c1nRZN1nS[R4nWGV9nY<26nZ3bnnZ]fpn[G5pn]o^ondYB<nh624njEZ1o0JUpo9G=po>Gc:oE[9poE]62oEf^n
    oJ95poP?9poQgYpoST6:o^iQpobNF2obnQpodio1olKfmp4Tk1pD^N2pGl6<pKcQppLp1gpN4QWp]4^ppaGMppbfR1pe1Qppe[AipfCJ7pfJQb
    pk`=m
    """
}
